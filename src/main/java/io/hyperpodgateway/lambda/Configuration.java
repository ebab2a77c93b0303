package io.hyperpodgateway.lambda;

import io.hyperpodgateway.config.Settings;
import io.hyperpodgateway.config.SettingsReader;
import io.hyperpodgateway.config.SettingsReading;
import io.hyperpodgateway.lambda.policy.PolicyLoader;
import io.hyperpodgateway.lambda.policy.PolicyLoading;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Settings and policy, read together so that all their mistakes are told together.
sealed interface Configuration {

    /// Both are right.
    record Valid(Settings settings, Policy policy) implements Configuration {

        public Valid {
            Objects.requireNonNull(settings);
            Objects.requireNonNull(policy);
        }
    }

    /// At least one is wrong: a sentence for each mistake.
    record Invalid(List<String> mistakes) implements Configuration {

        public Invalid {
            mistakes = List.copyOf(mistakes);
        }
    }

    /// Reads the settings, and the policy that they name.
    ///
    /// @param model what the policy may speak of
    static Configuration read(Map<String, String> environment, ServiceModel model) {
        return switch (SettingsReader.read(environment)) {
            case SettingsReading.Read(var settings) ->
                    switch (PolicyLoader.load(settings.policySource(), model)) {
                        case PolicyLoading.Loaded(var policy) -> new Valid(settings, policy);
                        case PolicyLoading.Refused(var mistakes) -> new Invalid(mistakes);
                    };
            case SettingsReading.Refused(var mistakes, var policySource) -> {
                var all = new ArrayList<>(mistakes);
                if (policySource.isPresent()
                        && PolicyLoader.load(policySource.get(), model)
                                instanceof PolicyLoading.Refused(var ofPolicy)) {
                    all.addAll(ofPolicy);
                }
                yield new Invalid(all);
            }
        };
    }
}
