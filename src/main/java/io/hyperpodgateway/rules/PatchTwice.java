package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// Patches and scheduled updates both replace the image of a group, each by its own calendar.
final class PatchTwice implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "patch-twice",
                            "a group has one of `AutoPatchConfig` and `ScheduledUpdateConfig`, not two schedules for one image")
                    .inferred();

    private static final String UPDATE = "ScheduledUpdateConfig";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.groups().stream()
                .filter(group ->
                        group.document().object("AutoPatchConfig").isPresent()
                                && group.document().object(UPDATE).isPresent())
                .map(group -> group.pointer().member(UPDATE))
                .map(at ->
                        ID.at(
                                at,
                                "%s stands beside AutoPatchConfig, one of the two is enough"
                                        .formatted(at)));
    }
}
