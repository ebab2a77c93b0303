package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.json.JsonPointer;

import java.util.List;

/// SageMaker's messages for requests that break its rules on Slurm nodes, file systems and
/// lifecycle scripts, as listed in the developer guide (`smcluster-getting-started-slurm-cli`).
/// Most of these requests are refused before SageMaker is called; the translations cover those that
/// this specification accepts and SageMaker does not.
final class ValidationTexts {

    private static final JsonPointer GROUPS = JsonPointer.of("InstanceGroups");

    static final List<Translation> ALL =
            List.of(
                    ofGroups(
                            "one-controller-required",
                            "exactly one instancegroup with controller node type",
                            "exactly one group of a Slurm cluster must have SlurmConfig.NodeType"
                                    + " Controller; set it in one group only"),
                    ofGroups(
                            "partitions-for-compute-only",
                            "partitions can only be assigned to compute node types",
                            "only Compute groups have partitions; leave PartitionNames out of"
                                    + " Controller and Login groups"),
                    new Translation(
                            "fsx-needs-custom-vpc",
                            List.of("fsx configurations are only supported for custom vpc"),
                            JsonPointer.of("VpcConfig"),
                            "file systems are mounted only in a VPC of your own; set VpcConfig to"
                                    + " the subnets and security groups that reach them",
                            ResponsibleParty.CALLER),
                    ofGroups(
                            "lifecycle-config-required",
                            "lifecycleconfig is required for instance group",
                            "every group of an EKS cluster needs lifecycle scripts; set"
                                    + " LifeCycleConfig with OnCreate and SourceS3Uri"),
                    ofGroups(
                            "lifecycle-scripts-exclusive",
                            "oncreate and oninitcomplete in lifecycleconfig*are mutually exclusive",
                            "a group has OnCreate or OnInitComplete, not both; leave one of them"
                                    + " out"),
                    ofGroups(
                            "lifecycle-config-incomplete",
                            "lifecycleconfig for instance group*is incomplete",
                            "a lifecycle script needs its source; set SourceS3Uri to the s3://"
                                    + " prefix that it is in"),
                    ofGroups(
                            "lifecycle-needs-newer-image",
                            "lifecycleconfig is optional but requires a compatible ami",
                            "the image of a group is too old to be set up without lifecycle"
                                    + " scripts; update the AMI: name a newer ImageReleaseVersion or"
                                    + " ImageId, or leave both out for the newest; or set"
                                    + " LifeCycleConfig"),
                    ofGroups(
                            "lifecycle-config-empty",
                            "lifecycleconfig for instance group*provided but contains no"
                                    + " configuration",
                            "a group has an empty LifeCycleConfig; set SourceS3Uri and a script, or"
                                    + " leave LifeCycleConfig out"));

    private ValidationTexts() {}

    private static Translation ofGroups(String rule, String quoted, String words) {
        return new Translation(rule, List.of(quoted), GROUPS, words, ResponsibleParty.CALLER);
    }
}
