package io.hyperpodgateway.lambda.policy;

import io.hyperpodgateway.config.PolicySource;
import io.hyperpodgateway.lambda.policy.PolicyFile.Look.Content;
import io.hyperpodgateway.lambda.policy.PolicyFile.Look.Unreadable;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.BundledPolicies;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.policy.PolicyReading;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.text.NearestNames;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Loads the policy document from where the settings say it is.
public final class PolicyLoader {

    private PolicyLoader() {}

    /// A sentence and where in the document it belongs.
    private record PlacedMessage(Mistake mistake, String sentence) {}

    /// The policy that is there now.
    ///
    /// @param model what it may speak of
    public static PolicyLoading load(PolicySource source, ServiceModel model) {
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

    /// The policy that the file held.
    static PolicyLoading read(Path path, PolicyFile.Look look, ServiceModel model) {
        return switch (look) {
            case Content(var bytes) -> read(path.toString(), bytes, model);
            case Unreadable(var why) ->
                    refused(
                            "POLICY_SOURCE names a file that cannot be read: %s (%s)"
                                    .formatted(path, why));
        };
    }

    private static PolicyLoading read(String name, byte[] document, ServiceModel model) {
        return switch (PolicyReader.read(document, model)) {
            case PolicyReading.Read(var policy) -> new PolicyLoading.Loaded(policy);
            case PolicyReading.Refused(var mistakes, var warnings) ->
                    new PolicyLoading.Refused(sentences(name, mistakes, warnings));
        };
    }

    /// All that there is to mend, in the order of the document.
    private static List<String> sentences(
            String name, List<Mistake> mistakes, List<Mistake> warnings) {
        return Stream.concat(
                        mistakes.stream().map(one -> new PlacedMessage(one, one.toString())),
                        warnings.stream().map(one -> new PlacedMessage(one, one + " (a warning)")))
                .sorted(Comparator.comparing(PlacedMessage::mistake, Mistake.BY_PLACE))
                .map(told -> "policy %s, %s".formatted(name, told.sentence()))
                .toList();
    }

    private static String unknown(String name) {
        List<String> names = BundledPolicies.names();
        return "POLICY_SOURCE names no bundled policy: %s%s; there are %s"
                .formatted(name, NearestNames.hint(name, names), String.join(", ", names));
    }

    private static PolicyLoading refused(String mistake) {
        return new PolicyLoading.Refused(List.of(mistake));
    }
}
