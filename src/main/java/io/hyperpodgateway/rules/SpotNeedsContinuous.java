package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.stream.Stream;

/// Only continuous provisioning replaces the instances that Spot takes back.
final class SpotNeedsContinuous implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "spot-needs-continuous",
                            "`CapacityRequirements.Spot` is set on a Continuous cluster only")
                    .documented("dg/sagemaker-hyperpod-spot");
    private static final String CAPACITY = "CapacityRequirements";
    private static final String SPOT = "Spot";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.lacksContinuous()) return Stream.empty();
        return request.instanceGroups().stream()
                .filter(SpotNeedsContinuous::isSpot)
                .limit(1)
                .map(group -> group.pointer().member(CAPACITY).member(SPOT))
                .map(spot ->
                        ID.at(
                                JsonPointer.of("NodeProvisioningMode"),
                                ContinuousProvisioning.neededBy(request, spot)));
    }

    private static boolean isSpot(InstanceGroup group) {
        return group.document()
                .object(CAPACITY)
                .flatMap(capacity -> capacity.get(SPOT))
                .isPresent();
    }
}
