package io.hyperpodgateway.http;

import java.util.List;

/// Requests to try; each is sent to the real router while the description is written.
final class ExampleRequests {

    static final String CLUSTER = "vision-slurm";

    private static final String GROUP =
            """
            {"InstanceGroupName": "%s", "InstanceType": "%s", "InstanceCount": %d, "ThreadsPerCore": 1,
             "ExecutionRole": "arn:aws:iam::000000000000:role/hyperpod-execution",
             "LifeCycleConfig": {"SourceS3Uri": "s3://sagemaker-us-east-1-000000000000/lifecycle/",
               "OnCreate": "on_create.sh"}}\
            """;

    private static final String TAGS =
            """
            [{"Key": "Team", "Value": "vision"}, {"Key": "CostCenter", "Value": "4711"},
             {"Key": "Environment", "Value": "dev"}]\
            """;

    private static final String SLURM =
            """
            {"ClusterName": "%s", "InstanceGroups": [%s, %s], "Tags": %s}
            """
                    .formatted(
                            CLUSTER,
                            GROUP.formatted("controller", "ml.c5.xlarge", 1),
                            GROUP.formatted("workers", "ml.g5.xlarge", 2),
                            TAGS);

    private static final String EKS =
            """
            {"ClusterName": "vision-eks", "InstanceGroups": [%s],
             "Orchestrator": {"Eks": {"ClusterArn": "arn:aws:eks:us-east-1:000000000000:cluster/hyperpod-vision"}},
             "VpcConfig": {"SecurityGroupIds": ["sg-0a1b2c3d4e5f60718"], "Subnets": ["subnet-0a1b2c3d4e5f60718"]},
             "NodeRecovery": "Automatic", "Tags": %s}
            """
                    .formatted(GROUP.formatted("workers", "ml.g5.xlarge", 2), TAGS);

    private static final String EVERYTHING_WRONG =
            """
            {"ClusterName": "my_cluster",
             "InstanceGroups": [{"InstanceGroupName": "workers", "InstanceTyp": "ml.c5.xlarge", "InstanceCount": "2"}]}
            """;

    private static final String TOO_MUCH =
            """
            {"ClusterName": "vision-large", "InstanceGroups": [%s],
             "Tags": [{"Key": "Team", "Value": "vision"}]}
            """
                    .formatted(GROUP.formatted("workers", "ml.p5.48xlarge", 16));

    /// A body for `POST /clusters`.
    ///
    /// @param name the example's name, of the request and of the answer
    /// @param query the part after `?`
    /// @param status the expected status
    record BodyExample(String name, String summary, String query, String body, int status) {}

    static final List<BodyExample> BODIES =
            List.of(
                    new BodyExample("slurm", "A cluster under Slurm", "", SLURM, 201),
                    new BodyExample("eks", "A cluster under EKS", "", EKS, 201),
                    new BodyExample("dry-run", "A dry run", "dryRun=true", SLURM, 200),
                    new BodyExample(
                            "invalid-request",
                            "Refused: breaks AWS's specification",
                            "",
                            EVERYTHING_WRONG,
                            422),
                    new BodyExample(
                            "policy-denied",
                            "Refused: more than the policy allows",
                            "",
                            TOO_MUCH,
                            403));

    private ExampleRequests() {}

    /// @throws java.util.NoSuchElementException if there is no such example
    static BodyExample named(String name) {
        return BODIES.stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
