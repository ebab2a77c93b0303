package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// AWS describes updates in batches for EKS clusters alone.
final class BatchUpdateEks implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "batch-update-eks",
                            "updating in batches, `ScheduledUpdateConfig.DeploymentConfig.RollingUpdatePolicy`, is documented for EKS clusters only")
                    .documented("dg/sagemaker-hyperpod-ami-update");

    private static final String UPDATE = "ScheduledUpdateConfig";
    private static final String DEPLOYMENT = "DeploymentConfig";
    private static final String POLICY = "RollingUpdatePolicy";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.lacksEks()) return Stream.empty();
        return request.groups().stream()
                .filter(group -> hasPolicy(group.document()))
                .map(group -> group.pointer().member(UPDATE).member(DEPLOYMENT).member(POLICY))
                .map(at ->
                        ID.at(
                                at,
                                "%s is set, updates in batches are documented for EKS clusters only"
                                        .formatted(at)));
    }

    private static boolean hasPolicy(JsonObject group) {
        return group.object(UPDATE)
                .flatMap(update -> update.object(DEPLOYMENT))
                .flatMap(deployment -> deployment.object(POLICY))
                .isPresent();
    }
}
