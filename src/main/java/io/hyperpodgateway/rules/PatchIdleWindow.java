package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// Who drains nodes does not wait for them to become idle.
final class PatchIdleWindow implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "patch-idle-window",
                            "`AutoPatchConfig.IdleWaitWindowInSeconds` has no effect with `PatchingStrategy` DrainFirst")
                    .modelled();

    private static final String WINDOW = "IdleWaitWindowInSeconds";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return AutoPatch.of(request)
                .filter(AutoPatch::drainsFirst)
                .filter(patch -> patch.document().integer(WINDOW).isPresent())
                .map(patch -> withoutEffect(patch.at(WINDOW)));
    }

    private static Finding withoutEffect(JsonPointer at) {
        return ID.at(
                        at,
                        "%s is set, it has no effect with PatchingStrategy DrainFirst"
                                .formatted(at))
                .withFix(new PatchOperation.Remove(at));
    }
}
