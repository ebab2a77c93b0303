package io.hyperpodgateway.lambda;

import io.hyperpodgateway.config.Settings;
import io.hyperpodgateway.config.SettingsReader;
import io.hyperpodgateway.lambda.policy.PolicyLoader;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.text.Reading;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Settings and the policy that they name.
record Configuration(Settings settings, Policy policy) {

    Configuration {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(policy);
    }

    /// Reads both; the mistakes of both are reported together, a sentence each.
    ///
    /// @param model what the policy may speak of
    static Reading<Configuration, String> read(
            Map<String, String> environment, ServiceModel model) {
        Reading<Settings, String> settings = SettingsReader.read(environment);
        Optional<Reading<Policy, String>> policy =
                SettingsReader.policySource(environment)
                        .map(source -> PolicyLoader.load(source, model));
        if (settings instanceof Reading.Read(var set)
                && policy.orElseThrow() instanceof Reading.Read(var loaded))
            return new Reading.Read<>(new Configuration(set, loaded));
        return new Reading.Refused<>(
                Stream.concat(
                                settings.problems().stream(),
                                policy.stream().flatMap(read -> read.problems().stream()))
                        .toList());
    }
}
