package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// SageMaker refuses flexible groups on Slurm clusters, though nothing says so.
final class FlexibleEks implements Rule {

    private static final RuleId ID =
            RuleId.warn("flexible-eks", "`InstanceRequirements` is for EKS clusters only")
                    .observed();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.lacksEks()) return Stream.empty();
        return ListedTypes.of(request).map(types -> onSlurm(types.requirements()));
    }

    private static Finding onSlurm(JsonPointer at) {
        return ID.at(at, at + " is on a Slurm cluster, where SageMaker is known to refuse it");
    }
}
