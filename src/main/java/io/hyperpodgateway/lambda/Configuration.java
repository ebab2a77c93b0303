package io.hyperpodgateway.lambda;

import io.hyperpodgateway.config.Settings;
import io.hyperpodgateway.config.SettingsReader;
import io.hyperpodgateway.config.SettingsReading;
import io.hyperpodgateway.lambda.policy.Loading;
import io.hyperpodgateway.lambda.policy.PolicyLoader;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.spec.model.ServiceModel;

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
    ///
    /// @param model what the policy may speak of
    static Configuration read(Map<String, String> environment, ServiceModel model) {
        return switch (SettingsReader.read(environment)) {
            case SettingsReading.Read(var settings) ->
                    switch (PolicyLoader.load(settings.policySource(), model)) {
                        case Loading.Loaded(var policy) -> new Right(settings, policy);
                        case Loading.Refused(var mistakes) -> new Wrong(mistakes);
                    };
            case SettingsReading.Refused(var mistakes, var policySource) -> {
                var all = new ArrayList<>(mistakes);
                if (policySource.isPresent()
                        && PolicyLoader.load(policySource.get(), model)
                                instanceof Loading.Refused(var ofPolicy)) {
                    all.addAll(ofPolicy);
                }
                yield new Wrong(all);
            }
        };
    }
}
