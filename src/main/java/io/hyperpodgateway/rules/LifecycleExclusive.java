package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.LifecycleConfig.ON_CREATE;
import static io.hyperpodgateway.rules.LifecycleConfig.ON_INIT_COMPLETE;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// `OnCreate` replaces the setup that HyperPod's image brings, `OnInitComplete` runs after it: a
/// group has one of the two. Which one is the caller's choice, so there is no fix.
final class LifecycleExclusive implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "lifecycle-exclusive",
                            "`LifeCycleConfig` has at most one of `OnCreate` and `OnInitComplete`")
                    .documented(LifecycleRules.PAGE);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        String choice =
                EksNeedsLifecycle.appliesTo(request)
                        ? "on EKS keep OnCreate"
                        : "OnCreate replaces HyperPod's own setup, OnInitComplete runs after it";
        return LifecycleConfig.of(request)
                .filter(config -> config.has(ON_CREATE) && config.has(ON_INIT_COMPLETE))
                .map(config -> both(config.pointer(), choice));
    }

    private static Finding both(JsonPointer at, String choice) {
        return ID.at(
                at,
                "%s has OnCreate and OnInitComplete, one of the two is allowed: %s"
                        .formatted(at, choice));
    }
}
