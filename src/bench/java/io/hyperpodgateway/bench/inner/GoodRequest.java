package io.hyperpodgateway.bench.inner;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.util.List;
import java.util.stream.IntStream;

/// A request that the bundled policy allows, with any number of groups: the first has an instance,
/// the others none.
final class GoodRequest {

    static final String ACCOUNT = "111122223333";
    static final String REGION = "us-east-1";

    private static final String CLUSTER =
            """
            {"ClusterName": "language",
             "Orchestrator": {"Eks": {"ClusterArn": "arn:aws:eks:us-east-1:111122223333:cluster/hyperpod-main"}},
             "NodeRecovery": "Automatic", "NodeProvisioningMode": "Continuous",
             "VpcConfig": {"SecurityGroupIds": ["sg-0123456789abcdef0"],
               "Subnets": ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]},
             "InstanceGroups": [],
             "Tags": [{"Key": "Team", "Value": "language"}, {"Key": "CostCenter", "Value": "4711"},
               {"Key": "Environment", "Value": "research"}]}\
            """;

    private static final String GROUP =
            """
            {"InstanceGroupName": "workers", "InstanceType": "ml.m5.xlarge", "InstanceCount": 0,
             "ExecutionRole": "arn:aws:iam::111122223333:role/hyperpod-execution", "ThreadsPerCore": 1,
             "LifeCycleConfig": {"SourceS3Uri": "s3://sagemaker-us-east-1-111122223333/lifecycle", "OnCreate": "create.sh"},
             "InstanceStorageConfigs": [{"EbsVolumeConfig": {"VolumeSizeInGB": 500}}],
             "KubernetesConfig": {"Labels": {"example.com/team": "language", "tier": "gold"}},
             "OverrideVpcConfig": {"SecurityGroupIds": ["sg-0123456789abcdef2"],
               "Subnets": ["subnet-0123456789abcdef3"]}}\
            """;

    private GoodRequest() {}

    /// The request with that many groups, each with its own name.
    static JsonObject of(int groups) {
        JsonObject group = read(GROUP);
        List<Json> all =
                IntStream.range(0, groups)
                        .<Json>mapToObj(i ->
                                group.with("InstanceGroupName", Json.of("workers-" + i))
                                        .with("InstanceCount", Json.of(i == 0 ? 1 : 0)))
                        .toList();
        return read(CLUSTER).with("InstanceGroups", new JsonArray(all));
    }

    private static JsonObject read(String text) {
        if (JsonReader.read(text) instanceof Reading.Read(JsonObject document)) return document;
        throw new IllegalStateException("not a JSON object: " + text);
    }
}
