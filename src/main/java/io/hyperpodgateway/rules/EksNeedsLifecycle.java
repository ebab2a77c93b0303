package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.LifecycleConfig.MEMBER;
import static io.hyperpodgateway.rules.LifecycleConfig.ON_CREATE;
import static io.hyperpodgateway.rules.LifecycleConfig.ON_INIT_COMPLETE;
import static io.hyperpodgateway.rules.LifecycleConfig.SOURCE;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.stream.Stream;

/// Only the images for Slurm set a node up without scripts: on an EKS cluster every group brings
/// its own. What `lifecycle-complete` reports, an empty configuration or a script without a source,
/// is not reported again.
final class EksNeedsLifecycle implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "eks-needs-lifecycle",
                            "on EKS every group of `InstanceGroups` has `LifeCycleConfig` with"
                                    + " `OnCreate` and `SourceS3Uri`")
                    .documented(LifecycleRules.PAGE);

    @Override
    public RuleId id() {
        return ID;
    }

    /// Whether it is certain that an EKS cluster is asked for.
    static boolean appliesTo(ClusterRequest request) {
        return request.isEks() && !request.isSlurm();
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!appliesTo(request)) return Stream.empty();
        return request.instanceGroups().stream().flatMap(EksNeedsLifecycle::missing);
    }

    private static Stream<Finding> missing(InstanceGroup group) {
        if (!group.has(MEMBER)) return Stream.of(noConfig(group.pointer().member(MEMBER)));
        return LifecycleConfig.of(group).stream()
                .filter(config -> !config.isEmpty())
                .flatMap(config -> Stream.concat(noScript(config), noSource(config)));
    }

    private static Finding noConfig(JsonPointer at) {
        return ID.at(
                at,
                at + " is missing, a group of an EKS cluster needs it: SourceS3Uri and OnCreate");
    }

    private static Stream<Finding> noScript(LifecycleConfig config) {
        if (config.has(ON_CREATE)) return Stream.empty();
        JsonPointer at = config.at(ON_CREATE);
        String other =
                config.has(ON_INIT_COMPLETE) ? ": OnInitComplete is for Slurm clusters only" : "";
        return Stream.of(
                ID.at(at, "%s is missing, an EKS cluster needs it%s".formatted(at, other)));
    }

    private static Stream<Finding> noSource(LifecycleConfig config) {
        if (config.has(SOURCE) || config.hasScript()) return Stream.empty();
        JsonPointer at = config.at(SOURCE);
        return Stream.of(ID.at(at, at + " is missing, an EKS cluster needs it"));
    }
}
