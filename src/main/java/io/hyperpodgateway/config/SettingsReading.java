package io.hyperpodgateway.config;

import java.util.List;

/// What reading the environment came to.
public sealed interface SettingsReading {

    /// The settings, all of them right.
    record Read(Settings settings) implements SettingsReading {}

    /// Every setting that is missing or wrong, a sentence each.
    record Refused(List<String> mistakes) implements SettingsReading {

        public Refused {
            mistakes = List.copyOf(mistakes);
        }
    }
}
