package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.warn;

import io.hyperpodgateway.request.ClusterRequest;

import java.util.List;

/// The rules on automatic patching.
final class PatchRules {

    private PatchRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(
                new PatchEks(),
                new PatchDrainFirstEks(),
                new PatchDrainFirstBatch(),
                new PatchDrainPolicy(),
                new PatchIdleWindow(),
                new PatchDeploymentConfig(),
                patchTwice());
    }

    // Both replace the image of a group, each by its own calendar.
    private static Rule patchTwice() {
        return rule(warn(
                                "patch-twice",
                                "a group has one of `AutoPatchConfig` and `ScheduledUpdateConfig`,"
                                        + " not two schedules for one image")
                        .inferred())
                .each(ClusterRequest::groups)
                .when(group -> group.section("AutoPatchConfig").isPresent())
                .when(group -> group.section("ScheduledUpdateConfig").isPresent())
                .at(group -> group.at("ScheduledUpdateConfig"))
                .says("stands beside AutoPatchConfig, one of the two is enough");
    }
}
