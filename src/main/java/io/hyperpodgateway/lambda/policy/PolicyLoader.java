package io.hyperpodgateway.lambda.policy;

import io.hyperpodgateway.config.PolicySource;
import io.hyperpodgateway.lambda.policy.PolicyFile.FileLook.FileContent;
import io.hyperpodgateway.lambda.policy.PolicyFile.FileLook.Unreadable;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.BundledPolicies;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.text.NearestNames;
import io.hyperpodgateway.text.Reading;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Loads the policy document from the location in the settings.
public final class PolicyLoader {

    private PolicyLoader() {}

    /// Loads the current policy.
    ///
    /// @param model the service model of the policy
    public static Reading<Policy, String> load(PolicySource source, ServiceModel model) {
        return switch (source) {
            case PolicySource.Bundled(var name) ->
                    BundledPolicies.text(name)
                            .map(text ->
                                    read(
                                            "bundled:" + name,
                                            text.getBytes(StandardCharsets.UTF_8),
                                            model))
                            .orElseGet(() -> refused(unknown(name)));
            case PolicySource.File(var path) -> read(path, PolicyFile.at(path).read(), model);
        };
    }

    static Reading<Policy, String> read(Path path, PolicyFile.FileLook look, ServiceModel model) {
        return switch (look) {
            case FileContent(var bytes) -> read(path.toString(), bytes, model);
            case Unreadable(var why) ->
                    refused(
                            "POLICY_SOURCE names a file that cannot be read: %s (%s)"
                                    .formatted(path, why));
        };
    }

    private static Reading<Policy, String> read(String name, byte[] document, ServiceModel model) {
        return switch (PolicyReader.read(document, model)) {
            case Reading.Read(var policy) -> new Reading.Read<>(policy);
            case Reading.Refused(var mistakes) ->
                    new Reading.Refused<>(
                            mistakes.stream().map(one -> sentence(name, one)).toList());
        };
    }

    private static String sentence(String name, Mistake mistake) {
        return "policy %s, %s%s".formatted(name, mistake, mistake.isError() ? "" : " (a warning)");
    }

    private static String unknown(String name) {
        List<String> names = BundledPolicies.names();
        return "POLICY_SOURCE names no bundled policy: %s%s; there are %s"
                .formatted(name, NearestNames.hint(name, names), String.join(", ", names));
    }

    private static Reading<Policy, String> refused(String mistake) {
        return new Reading.Refused<>(List.of(mistake));
    }
}
