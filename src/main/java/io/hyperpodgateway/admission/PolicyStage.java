package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyDecision;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.policy.defaults.Additions;
import io.hyperpodgateway.policy.defaults.TagValues;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.rules.Specification;
import io.hyperpodgateway.shape.ShapeCheckResult;

import java.util.List;

/// Applies the policy: what it adds to a request, and what it decides.
final class PolicyStage {

    private final Specification specification;
    private final Policy policy;
    private final String region;
    private final Telemetry telemetry;

    /// @param region the gateway's Region, to which the policy may be limited
    PolicyStage(Rulebook rulebook, String region, Telemetry telemetry) {
        this.specification = rulebook.specification();
        this.policy = rulebook.policy();
        this.region = region;
        this.telemetry = telemetry;
    }

    EffectiveRequest complete(JsonObject document, RequestContext context, Caller caller) {
        var values =
                new TagValues(
                        caller.principal(),
                        caller.sessionName().orElse(""),
                        context.accountId().orElse(""),
                        context.requestId());
        Additions additions = policy.additions();
        return new EffectiveRequest(
                document,
                additions.to(document, values),
                additions.to(specification.withoutNulls(document), values),
                additions.conflicts(document, values));
    }

    PolicyDecision decide(EffectiveRequest request, RequestContext context, Caller caller) {
        var clusterRequest = new ClusterRequest(request.effective());
        PolicyDecision decision = policy.decide(caller, place(context), clusterRequest);
        if (!decision.undecided().isEmpty())
            telemetry.rulesUndecided(context, decision.undecided());
        return decision;
    }

    /// Previews the policy's findings on a request that the specification refuses, once the certain
    /// fixes are applied. It only informs the caller: denials and failing rules are not counted.
    ///
    /// @param refused the specification's findings; nothing is previewed if there were so many that
    ///   the check stopped early
    List<Finding> preview(
            JsonObject document, List<Finding> refused, RequestContext context, Caller caller) {
        if (refused.size() >= Findings.ENOUGH) return List.of();
        try {
            ShapeCheckResult shapes = specification.shapes(document);
            EffectiveRequest copy = complete(shapes.repaired(), context, caller);
            var clusterRequest = new ClusterRequest(copy.effective());
            return PolicyPreview.of(shapes, copy, refused)
                    .findings(policy.decide(caller, place(context), clusterRequest));
        } catch (RuntimeException e) {
            telemetry.internalError(context, e);
            return List.of();
        }
    }

    private Place place(RequestContext context) {
        return new Place(context.accountId().orElse(""), region);
    }
}
