package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// The policy that AWS manages for the roles of nodes lets them read buckets of SageMaker's name
/// alone.
final class LifecycleBucket implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "lifecycle-bucket",
                            "`LifeCycleConfig.SourceS3Uri` begins with `s3://sagemaker-`, as AWS's"
                                    + " managed policy reads no other buckets")
                    .modelled();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return LifecycleConfig.of(request)
                .filter(config -> config.source().filter(LifecycleBucket::isOther).isPresent())
                .map(config -> finding(config.at(LifecycleConfig.SOURCE)));
    }

    /// What is no URI of the two schemes that SageMaker takes is left to the shape check.
    private static boolean isOther(String uri) {
        return (uri.startsWith("s3://") || uri.startsWith("https://"))
                && !uri.startsWith("s3://sagemaker-");
    }

    private static Finding finding(JsonPointer at) {
        return ID.at(
                at,
                at
                        + " does not begin with s3://sagemaker-: AWS's managed policy lets nodes"
                        + " read no other bucket, unless the role has a policy of its own");
    }
}
