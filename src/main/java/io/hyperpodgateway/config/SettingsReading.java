package io.hyperpodgateway.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What reading the environment came to.
public sealed interface SettingsReading {

    /// The settings, all of them right.
    record Read(Settings settings) implements SettingsReading {}

    /// Every setting that is missing or wrong, a sentence each.
    ///
    /// @param policySource where the policy is, if that setting is right: its mistakes are told too
    record Refused(List<String> mistakes, Optional<PolicySource> policySource)
            implements SettingsReading {

        public Refused {
            mistakes = List.copyOf(mistakes);
            Objects.requireNonNull(policySource);
        }
    }
}
