package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.LifecycleConfig.ON_CREATE;
import static io.hyperpodgateway.rules.LifecycleConfig.SOURCE;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// Scripts are copied from a source, and one of them is started: without a name none is. On EKS
/// clusters that is an error of its own, `eks-needs-lifecycle`.
final class LifecycleScript implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "lifecycle-script",
                            "`LifeCycleConfig.SourceS3Uri` comes with `OnCreate` or"
                                    + " `OnInitComplete`")
                    .inferred();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (EksNeedsLifecycle.appliesTo(request)) return Stream.empty();
        return LifecycleConfig.of(request)
                .filter(config -> config.has(SOURCE) && !config.hasScript())
                .map(config -> scriptless(config.at(ON_CREATE)));
    }

    private static Finding scriptless(JsonPointer at) {
        return ID.at(at, at + " is missing, as is OnInitComplete: no script runs without a name");
    }
}
