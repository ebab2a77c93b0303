package io.hyperpodgateway.spec.rules.capacity;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.ClusterRequest;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.rules.Rule;
import io.hyperpodgateway.spec.rules.RuleId;

import java.util.Optional;
import java.util.stream.Stream;

/// The autoscaler adds and removes nodes of an EKS cluster by continuous provisioning, in a role of
/// its own, and leaves broken nodes to automatic recovery.
final class AutoscalingNeeds implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "autoscaling-needs",
                            "`AutoScaling.Mode` is Enable only on a Continuous EKS cluster with a"
                                    + " `ClusterRole`, and not beside `NodeRecovery` None")
                    .documented("dg/sagemaker-hyperpod-eks-autoscaling");

    private static final JsonPointer ORCHESTRATOR = JsonPointer.of("Orchestrator", "Eks");
    private static final JsonPointer PROVISIONING = JsonPointer.of("NodeProvisioningMode");
    private static final JsonPointer RECOVERY = JsonPointer.of("NodeRecovery");
    private static final JsonPointer ROLE = JsonPointer.of("ClusterRole");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public boolean concerns(ClusterRequest request) {
        return request.autoScales();
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!concerns(request)) return Stream.empty();
        JsonObject document = request.document();
        return Stream.of(
                        wanted(request.lacksEks(), document, "an EKS cluster", ORCHESTRATOR),
                        wanted(request.lacksContinuous(), document, "Continuous", PROVISIONING),
                        wanted(recoversByHand(document), document, "Automatic", RECOVERY),
                        wanted(document.get("ClusterRole").isEmpty(), document, "a role", ROLE))
                .flatMap(Optional::stream);
    }

    private static Optional<Finding> wanted(
            boolean broken, JsonObject document, String what, JsonPointer at) {
        if (!broken) return Optional.empty();
        String words =
                at.in(document).isPresent()
                        ? "%s must be %s: AutoScaling needs it"
                        : "%s is missing, AutoScaling needs %s there";
        return Optional.of(ID.at(at, words.formatted(at, what)));
    }

    /// Whether `NodeRecovery` is None. Left out it is fine: AWS's own walk-throughs leave it out.
    private static boolean recoversByHand(JsonObject document) {
        return document.text("NodeRecovery").filter("None"::equals).isPresent();
    }
}
