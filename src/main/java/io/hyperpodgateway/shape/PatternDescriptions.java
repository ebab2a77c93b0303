package io.hyperpodgateway.shape;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the patterns of shapes ask for, in words: few people read a regular expression at a glance.
final class PatternDescriptions {

    /// Shapes, then what their patterns ask for.
    private static final Map<String, String> BY_SHAPE =
            Stream.of(
                            "ClusterName, ClusterInstanceGroupName, ClusterPartitionName: "
                                    + "letters, digits and hyphens, a letter or digit first and last",
                            "RoleArn: the ARN of an IAM role, as arn:aws:iam::111122223333:role/NAME",
                            "S3Uri: an S3 URI, as s3://BUCKET/PREFIX",
                            "SubnetId: the id of a subnet, as subnet-0123456789abcdef0",
                            "SecurityGroupId: the id of a security group, as sg-0123456789abcdef0",
                            "ImageId: the id of an AMI, as ami-0123456789abcdef0, or default",
                            "KmsKeyId: the id or the ARN of a KMS key",
                            "EksClusterArn: the ARN of an EKS cluster, as "
                                    + "arn:aws:eks:REGION:111122223333:cluster/NAME",
                            "TrainingPlanArn: the ARN of a training plan, as "
                                    + "arn:aws:sagemaker:REGION:111122223333:training-plan/NAME",
                            "ClusterAccountingDatabaseSecretArn: the ARN of a secret, as "
                                    + "arn:aws:secretsmanager:REGION:111122223333:secret:NAME",
                            "ClusterDnsName: the DNS name of a file system, as "
                                    + "fs-0123456789abcdef0.fsx.REGION.amazonaws.com",
                            "ClusterFsxMountPath: a path, as /fsx",
                            "ImageReleaseVersion: three numbers with dots between, as 1.2.3",
                            "TagKey, TagValue: letters, digits, blanks and _.:/=+-@",
                            "ClusterKubernetesLabelValue, ClusterKubernetesTaintValue: letters, "
                                    + "digits and -_., a letter or digit first and last",
                            "ClusterKubernetesLabelKey, ClusterKubernetesTaintKey: letters, "
                                    + "digits and -_., a letter or digit first and last; before it a domain "
                                    + "in small letters and a slash are allowed")
                    .flatMap(PatternDescriptions::entries)
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private PatternDescriptions() {}

    /// The description of the pattern of that shape, if there is one.
    static Optional<String> of(String shape) {
        return Optional.ofNullable(BY_SHAPE.get(shape));
    }

    /// The descriptions by the names of the shapes.
    static Map<String, String> all() {
        return BY_SHAPE;
    }

    private static Stream<Map.Entry<String, String>> entries(String row) {
        String[] parts = row.split(": ", 2);
        return Stream.of(parts[0].split(", ", -1)).map(shape -> Map.entry(shape, parts[1]));
    }
}
