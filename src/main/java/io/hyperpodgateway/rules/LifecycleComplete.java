package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.LifecycleConfig.SOURCE;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// SageMaker refuses a lifecycle configuration that says nothing, and a script that comes from
/// nowhere.
final class LifecycleComplete implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "lifecycle-complete",
                            "`LifeCycleConfig`, where given, is not empty, and has `SourceS3Uri`"
                                    + " where it has a script")
                    .documented(LifecycleRules.PAGE);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return LifecycleConfig.of(request)
                .flatMap(config ->
                        config.isEmpty()
                                ? Stream.of(empty(request, config.pointer()))
                                : sourceless(config));
    }

    /// Slurm clusters do without, so there the empty object can be left out.
    private static Finding empty(ClusterRequest request, JsonPointer at) {
        if (request.lacksEks()) {
            return ID.at(at, at + " is empty: leave it out, or set SourceS3Uri and a script")
                    .withFix(new PatchOperation.Remove(at));
        }
        return ID.at(at, "%s is empty, SourceS3Uri and OnCreate are required".formatted(at));
    }

    private static Stream<Finding> sourceless(LifecycleConfig config) {
        if (!config.hasScript() || config.has(SOURCE)) return Stream.empty();
        JsonPointer at = config.at(SOURCE);
        return Stream.of(
                ID.at(
                        at,
                        "%s is missing, a script needs it: the s3:// prefix that it is in"
                                .formatted(at)));
    }
}
