package io.hyperpodgateway.spec.rules.nodes;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.ClusterRequest;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.InstanceGroup;
import io.hyperpodgateway.spec.rules.Rule;
import io.hyperpodgateway.spec.rules.RuleId;

import java.util.Optional;
import java.util.stream.Stream;

/// The policy that AWS manages for the roles of nodes lets them read buckets of SageMaker's name
/// alone.
final class LifecycleBucket implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "lifecycle-bucket",
                            "`LifeCycleConfig.SourceS3Uri` begins with `s3://sagemaker-`, as AWS's managed policy reads no other buckets")
                    .modelled();

    private static final String CONFIG = "LifeCycleConfig";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public boolean concerns(ClusterRequest request) {
        return request.anyGroupHas(CONFIG) && request.anyGroup(LifecycleBucket::isOfOther);
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!concerns(request)) return Stream.empty();
        return request.instanceGroups().stream()
                .filter(LifecycleBucket::isOfOther)
                .map(group -> group.pointer().member(CONFIG).member("SourceS3Uri"))
                .map(LifecycleBucket::finding);
    }

    private static Optional<String> source(InstanceGroup group) {
        return group.document().object(CONFIG).flatMap(config -> config.text("SourceS3Uri"));
    }

    /// What is no URI of the two schemes that SageMaker takes is left to the shape check.
    private static boolean isOfOther(InstanceGroup group) {
        return source(group).filter(LifecycleBucket::isOther).isPresent();
    }

    private static boolean isOther(String uri) {
        return (uri.startsWith("s3://") || uri.startsWith("https://"))
                && !uri.startsWith("s3://sagemaker-");
    }

    private static Finding finding(JsonPointer at) {
        return ID.at(
                at,
                at
                        + " does not begin with s3://sagemaker-: AWS's managed policy lets nodes read no other bucket, unless the role has a policy of its own");
    }
}
