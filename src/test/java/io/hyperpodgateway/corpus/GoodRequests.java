package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.util.List;
import java.util.stream.IntStream;

/// Valid requests, as a base for broken ones.
public final class GoodRequests {

    private static final String SLURM =
            """
            {"ClusterName": "vision", "Tags": [{"Key": "Team", "Value": "vision"}],
             "InstanceGroups": [{"InstanceGroupName": "workers", "InstanceType": "ml.m5.xlarge", "InstanceCount": 2,
               "ExecutionRole": "arn:aws:iam::111122223333:role/hyperpod-execution",
               "LifeCycleConfig": {"SourceS3Uri": "s3://sagemaker-scripts/one", "OnCreate": "create.sh"}}]}\
            """;

    private static final String EKS =
            """
            {"ClusterName": "language",
             "Orchestrator": {"Eks": {"ClusterArn": "arn:aws:eks:us-east-1:111122223333:cluster/main"}},
             "NodeRecovery": "Automatic", "NodeProvisioningMode": "Continuous",
             "VpcConfig": {"SecurityGroupIds": ["sg-0123456789abcdef0"],
               "Subnets": ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]},
             "InstanceGroups": [{"InstanceGroupName": "workers-0", "InstanceType": "ml.p5.48xlarge", "InstanceCount": 4,
               "ExecutionRole": "arn:aws:iam::111122223333:role/hyperpod-execution", "ThreadsPerCore": 1,
               "LifeCycleConfig": {"SourceS3Uri": "s3://sagemaker-scripts/one", "OnCreate": "create.sh"},
               "InstanceStorageConfigs": [{"EbsVolumeConfig": {"VolumeSizeInGB": 500}}],
               "KubernetesConfig": {"Labels": {"example.com/team": "language", "tier": "gold"}},
               "OverrideVpcConfig": {"SecurityGroupIds": ["sg-0123456789abcdef2"],
                 "Subnets": ["subnet-0123456789abcdef3"]}}],
             "Tags": [{"Key": "Team", "Value": "language \u00e9\u4e16\ud800\udf48"}, {"Key": "CostCenter", "Value": "4711"}]}\
            """;

    private GoodRequests() {}

    /// A small Slurm cluster.
    public static JsonObject slurm() {
        return read(SLURM);
    }

    /// An EKS cluster with many optional members.
    public static JsonObject eks() {
        return read(EKS);
    }

    /// An EKS cluster with that many groups, each with its own name.
    public static JsonObject eks(int groups) {
        JsonObject one = eks();
        JsonObject group = group(one);
        return one.with(
                "InstanceGroups",
                new JsonArray(
                        IntStream.range(0, groups)
                                .<Json>mapToObj(i ->
                                        group.with("InstanceGroupName", Json.of("workers-" + i)))
                                .toList()));
    }

    static JsonObject group(JsonObject request) {
        return (JsonObject) request.items("InstanceGroups").getFirst();
    }

    /// The value with null in place of each scalar.
    static Json withoutValues(Json value) {
        return switch (value) {
            case JsonObject object -> {
                JsonObject empty = JsonObject.EMPTY;
                for (var member : object.members().entrySet()) {
                    empty = empty.with(member.getKey(), withoutValues(member.getValue()));
                }
                yield empty;
            }
            case JsonArray(var items) ->
                    new JsonArray(items.stream().map(GoodRequests::withoutValues).toList());
            case Json _ -> JsonNull.NULL;
        };
    }

    static List<CorpusCase> cases() {
        return List.of(
                CorpusCase.of("good/slurm", SLURM, Expectation.created()),
                CorpusCase.of("good/eks", EKS, Expectation.created()),
                CorpusCase.of("good/twenty-groups", eks(20), Expectation.created()),
                CorpusCase.of("good/hundred-groups", eks(100), Expectation.created()));
    }

    private static JsonObject read(String text) {
        if (JsonReader.read(text) instanceof Reading.Read(JsonObject document)) return document;
        throw new IllegalArgumentException("not a JSON object: " + text);
    }
}
