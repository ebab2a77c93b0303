package io.hyperpodgateway.lambda;

import io.hyperpodgateway.config.PolicySource;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.policy.PolicyReading;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.spec.shape.ServiceModel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Loads the policy document from where the settings say it is.
final class PolicyLoader {

    private PolicyLoader() {}

    /// What loading came to.
    sealed interface Loading {

        record Loaded(Policy policy) implements Loading {}

        /// Why there is no policy, a sentence for each mistake.
        record Refused(List<String> mistakes) implements Loading {}
    }

    static Loading load(PolicySource source, ServiceModel model) {
        return switch (source) {
            case PolicySource.Bundled(var name) ->
                    PolicyReader.readBundled(name, model)
                            .map(reading -> loading("bundled:" + name, reading))
                            .orElseGet(() ->
                                    refused("POLICY_SOURCE names no bundled policy: " + name));
            case PolicySource.File(var path) -> read(path, model);
        };
    }

    private static Loading read(Path path, ServiceModel model) {
        try {
            return read(path.toString(), Files.readAllBytes(path), model);
        } catch (IOException e) {
            return refused(
                    "POLICY_SOURCE names a file that cannot be read: %s (%s)"
                            .formatted(path, e.getClass().getSimpleName()));
        }
    }

    private static Loading read(String name, byte[] document, ServiceModel model) {
        return loading(name, PolicyReader.read(document, model));
    }

    private static Loading loading(String name, PolicyReading reading) {
        return switch (reading) {
            case PolicyReading.Read(var policy) -> new Loading.Loaded(policy);
            case PolicyReading.Refused(var mistakes) ->
                    new Loading.Refused(
                            mistakes.stream()
                                    .map(Mistake::toString)
                                    .map(mistake -> "policy " + name + ", " + mistake)
                                    .toList());
        };
    }

    private static Loading refused(String mistake) {
        return new Loading.Refused(List.of(mistake));
    }
}
