package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.LifecycleConfig.SOURCE;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// HyperPod copies all that is below the source and starts the script in the copy. A source that is
/// the script itself has nothing below it.
final class LifecycleSourceIsPrefix implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "lifecycle-source-is-prefix",
                            "`LifeCycleConfig.SourceS3Uri` is the prefix that the scripts are in,"
                                    + " not a script")
                    .observed();

    private static final Pattern SCRIPT =
            Pattern.compile("(?:s3|https)://[^/]++/(?:[^/]*+/)*+[^/]++(?<=\\.(?:sh|bash|zsh|py))");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return LifecycleConfig.of(request)
                .flatMap(config -> config.source().flatMap(uri -> check(config, uri)).stream());
    }

    private static Optional<Finding> check(LifecycleConfig config, String uri) {
        JsonPointer at = config.at(SOURCE);
        Optional<Finding> named =
                config.scripts()
                        .flatMap(script -> prefix(uri, script).stream())
                        .findFirst()
                        .map(prefix ->
                                isScript(at)
                                        .withFix(new PatchOperation.Replace(at, Json.of(prefix))));
        if (named.isPresent() || !SCRIPT.matcher(uri).matches()) return named;
        return Optional.of(isScript(at));
    }

    /// What is before the script's own name in the URI, if that is how it ends.
    private static Optional<String> prefix(String uri, String script) {
        if (script.isEmpty() || !uri.endsWith("/" + script)) return Optional.empty();
        String prefix = uri.substring(0, uri.length() - script.length());
        int bucket = prefix.indexOf("://") + 3;
        return bucket > 2 && prefix.length() > bucket + 1 ? Optional.of(prefix) : Optional.empty();
    }

    private static Finding isScript(JsonPointer at) {
        return ID.at(
                at,
                at + " ends in a script's name, the prefix that the scripts are in is expected");
    }
}
