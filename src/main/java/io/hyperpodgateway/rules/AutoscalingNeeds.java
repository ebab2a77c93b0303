package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.ArrayList;
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

    private static final JsonPointer SCALING = JsonPointer.of("AutoScaling");
    private static final JsonPointer RECOVERY = JsonPointer.of("NodeRecovery");
    private static final JsonPointer ROLE = JsonPointer.of("ClusterRole");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.autoScales()) return Stream.empty();
        JsonObject document = request.document();
        var findings = new ArrayList<Finding>();
        if (request.lacksEks())
            findings.add(
                    ID.at(
                            JsonPointer.of("Orchestrator", "Eks"),
                            EksCluster.neededBy(request, "AutoScaling")));
        if (request.lacksContinuous())
            findings.add(
                    ID.at(
                            JsonPointer.of("NodeProvisioningMode"),
                            ContinuousProvisioning.neededBy(request, SCALING)));
        if (recoversByHand(document))
            findings.add(ID.at(RECOVERY, RECOVERY + " is None, AutoScaling needs Automatic"));
        if (document.get("ClusterRole").isEmpty())
            findings.add(ID.at(ROLE, ROLE + " is missing, AutoScaling needs a role there"));
        return findings.stream();
    }

    /// Left out it is fine: AWS's own walk-throughs leave it out.
    private static boolean recoversByHand(JsonObject document) {
        return document.text("NodeRecovery").filter("None"::equals).isPresent();
    }
}
