package io.hyperpodgateway.lambda;

import io.hyperpodgateway.config.Settings;
import io.hyperpodgateway.config.SettingsReader;
import io.hyperpodgateway.config.SettingsReading;
import io.hyperpodgateway.policy.Policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Settings and policy, read together so that all their mistakes are told together.
sealed interface Configuration {

    /// Both are right.
    record Right(Settings settings, Policy policy) implements Configuration {

        public Right {
            Objects.requireNonNull(settings);
            Objects.requireNonNull(policy);
        }
    }

    /// At least one is wrong: a sentence for each mistake.
    record Wrong(List<String> mistakes) implements Configuration {

        public Wrong {
            mistakes = List.copyOf(mistakes);
        }
    }

    /// Reads the settings, and the policy that they name.
    static Configuration read(Map<String, String> environment) {
        return switch (SettingsReader.read(environment)) {
            case SettingsReading.Read(var settings) ->
                    switch (PolicyLoader.load(settings.policySource())) {
                        case PolicyLoader.Loading.Loaded(var policy) -> new Right(settings, policy);
                        case PolicyLoader.Loading.Refused(var mistakes) -> new Wrong(mistakes);
                    };
            case SettingsReading.Refused(var mistakes, var policySource) -> {
                var all = new ArrayList<>(mistakes);
                if (policySource.isPresent()
                        && PolicyLoader.load(policySource.get())
                                instanceof PolicyLoader.Loading.Refused(var ofPolicy)) {
                    all.addAll(ofPolicy);
                }
                yield new Wrong(all);
            }
        };
    }
}
