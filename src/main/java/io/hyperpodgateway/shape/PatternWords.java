package io.hyperpodgateway.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What patterns ask for, in words: few people read a regular expression at a glance.
final class PatternWords {

    /// The words, then the shapes whose patterns ask for that.
    private static final List<List<String>> ROWS =
            List.of(
                    List.of(
                            "letters, digits and hyphens, a letter or digit first and last",
                            "ClusterName",
                            "ClusterInstanceGroupName",
                            "ClusterPartitionName"),
                    List.of(
                            "the ARN of an IAM role, as arn:aws:iam::111122223333:role/NAME",
                            "RoleArn"),
                    List.of("an S3 URI, as s3://BUCKET/PREFIX", "S3Uri"),
                    List.of("the id of a subnet, as subnet-0123456789abcdef0", "SubnetId"),
                    List.of(
                            "the id of a security group, as sg-0123456789abcdef0",
                            "SecurityGroupId"),
                    List.of("the id of an AMI, as ami-0123456789abcdef0, or default", "ImageId"),
                    List.of("the id or the ARN of a KMS key", "KmsKeyId"),
                    List.of(
                            "the ARN of an EKS cluster, as arn:aws:eks:REGION:111122223333:cluster/NAME",
                            "EksClusterArn"),
                    List.of(
                            "the ARN of a training plan, as"
                                    + " arn:aws:sagemaker:REGION:111122223333:training-plan/NAME",
                            "TrainingPlanArn"),
                    List.of(
                            "the ARN of a secret, as"
                                    + " arn:aws:secretsmanager:REGION:111122223333:secret:NAME",
                            "ClusterAccountingDatabaseSecretArn"),
                    List.of(
                            "the DNS name of a file system, as"
                                    + " fs-0123456789abcdef0.fsx.REGION.amazonaws.com",
                            "ClusterDnsName"),
                    List.of("a path, as /fsx", "ClusterFsxMountPath"),
                    List.of("three numbers with dots between, as 1.2.3", "ImageReleaseVersion"),
                    List.of("letters, digits, blanks and _.:/=+-@", "TagKey", "TagValue"),
                    List.of(
                            "letters, digits and -_., a letter or digit first and last",
                            "ClusterKubernetesLabelValue",
                            "ClusterKubernetesTaintValue"),
                    List.of(
                            "letters, digits and -_., a letter or digit first and last; before it a"
                                    + " domain in small letters and a slash may stand",
                            "ClusterKubernetesLabelKey",
                            "ClusterKubernetesTaintKey"));

    private static final Map<String, String> BY_SHAPE = byShape();

    private PatternWords() {}

    /// The words on the pattern of that shape, if there are any.
    static Optional<String> of(String shape) {
        return Optional.ofNullable(BY_SHAPE.get(shape));
    }

    /// The words by the names of the shapes.
    static Map<String, String> all() {
        return BY_SHAPE;
    }

    private static Map<String, String> byShape() {
        var words = new HashMap<String, String>();
        for (List<String> row : ROWS) {
            row.subList(1, row.size()).forEach(shape -> words.put(shape, row.getFirst()));
        }
        return Map.copyOf(words);
    }
}
