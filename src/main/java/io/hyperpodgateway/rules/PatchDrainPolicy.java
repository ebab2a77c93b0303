package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// What happens while nodes are drained is settled only where they are drained. Whether the
/// strategy or the policy is meant is the caller's choice.
final class PatchDrainPolicy implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "patch-drain-policy",
                            "`AutoPatchConfig.DrainPolicy` is set only with `PatchingStrategy` DrainFirst")
                    .modelled();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return AutoPatch.of(request)
                .filter(AutoPatch::waitsForIdle)
                .filter(patch -> patch.document().object("DrainPolicy").isPresent())
                .map(patch -> patch.at("DrainPolicy"))
                .map(at ->
                        ID.at(
                                at,
                                "%s is set, it is allowed only with PatchingStrategy DrainFirst"
                                        .formatted(at)));
    }
}
