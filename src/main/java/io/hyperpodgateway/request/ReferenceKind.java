package io.hyperpodgateway.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a request can name that the caller may have no right to: the gateway's role hands it to
/// SageMaker, or the nodes reach it. Each kind knows the members that name it; `*` stands for the
/// items of an array.
public enum ReferenceKind {
    EXECUTION_ROLES("executionRoles", inEveryGroup("ExecutionRole")),
    CLUSTER_ROLES("clusterRoles", List.of("ClusterRole")),
    LIFECYCLE_SOURCES("lifecycleSources", List.of("InstanceGroups/*/LifeCycleConfig/SourceS3Uri")),
    SUBNETS("subnets", inEveryVpc("Subnets/*")),
    SECURITY_GROUPS("securityGroups", inEveryVpc("SecurityGroupIds/*")),
    EKS_CLUSTERS("eksClusters", List.of("Orchestrator/Eks/ClusterArn")),
    KMS_KEYS("kmsKeys", inEveryGroup("InstanceStorageConfigs/*/EbsVolumeConfig/VolumeKmsKeyId")),
    FILE_SYSTEMS(
            "fileSystems",
            inEveryGroup(
                    "InstanceStorageConfigs/*/FsxLustreConfig/DnsName",
                    "InstanceStorageConfigs/*/FsxOpenZfsConfig/DnsName")),
    IMAGES("images", List.of("InstanceGroups/*/ImageId")),
    TRAINING_PLANS("trainingPlans", inEveryGroup("TrainingPlanArn")),
    SECRETS("secrets", List.of("Orchestrator/Slurm/AccountingDatabase/SecretArn")),
    DATABASES("databases", List.of("Orchestrator/Slurm/AccountingDatabase/Endpoint"));

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // each is a List.of, which the type cannot say
    private final List<String> members;

    ReferenceKind(String id, List<String> members) {
        this.id = id;
        this.members = members;
    }

    /// The kind that a document calls so.
    public static Optional<ReferenceKind> of(String id) {
        return Stream.of(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /// What documents call the kinds, in this order.
    public static List<String> ids() {
        return Stream.of(values()).map(ReferenceKind::id).toList();
    }

    /// What documents call this kind: `executionRoles`.
    public String id() {
        return id;
    }

    /// The members that name this kind.
    List<String> members() {
        return members;
    }

    /// Whether the value names something of this kind at all: the image `default` is SageMaker's
    /// own.
    boolean isNamedBy(String value) {
        return this != IMAGES || !value.equals("default");
    }

    private static List<String> inEveryGroup(String... members) {
        return Stream.of("InstanceGroups/*/", "RestrictedInstanceGroups/*/")
                .flatMap(group -> Arrays.stream(members).map(group::concat))
                .toList();
    }

    private static List<String> inEveryVpc(String member) {
        return Stream.concat(
                        Stream.of("VpcConfig/" + member),
                        inEveryGroup("OverrideVpcConfig/" + member).stream())
                .toList();
    }
}
