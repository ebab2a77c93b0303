package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// DescribeCluster's answer, made from the request.
final class ClusterDescription {

    /// Members that the answer repeats from the request.
    private static final List<String> REPEATED =
            List.of(
                    "VpcConfig",
                    "Orchestrator",
                    "TieredStorageConfig",
                    "NodeRecovery",
                    "NodeProvisioningMode",
                    "ClusterRole");

    private final StandInCluster cluster;
    private final String status;

    private ClusterDescription(StandInCluster cluster, String status) {
        this.cluster = cluster;
        this.status = status;
    }

    static JsonObject of(StandInCluster cluster, String status) {
        return new ClusterDescription(cluster, status).describe();
    }

    /// A time in AWS JSON: seconds since 1970, with milliseconds after the point.
    static JsonNumber epochSeconds(Instant time) {
        return new JsonNumber(BigDecimal.valueOf(time.toEpochMilli(), 3).toPlainString());
    }

    private JsonObject describe() {
        JsonObject description =
                JsonObject.of("ClusterArn", Json.of(cluster.arn()))
                        .with("ClusterName", Json.of(cluster.name()))
                        .with("ClusterStatus", Json.of(status))
                        .with("CreationTime", epochSeconds(cluster.createdAt()))
                        .with("FailureMessage", Json.of(failureMessage()))
                        .with("InstanceGroups", groups("InstanceGroups"))
                        .with("RestrictedInstanceGroups", restrictedGroups())
                        .with("RestrictedInstanceGroupsConfig", sharedEnvironment())
                        .with("AutoScaling", autoScaling());
        for (String member : REPEATED) {
            description = description.with(member, cluster.request().get(member));
        }
        return description;
    }

    private String failureMessage() {
        if (!status.equals("Failed")) return "";
        return FailureByName.of(cluster.name()).map(one -> one.message(cluster)).orElse("");
    }

    private JsonArray groups(String member) {
        return new JsonArray(
                cluster.request().items(member).stream()
                        .filter(JsonObject.class::isInstance)
                        .<Json>map(group -> InstanceGroupDetails.of((JsonObject) group, status))
                        .toList());
    }

    private Optional<Json> restrictedGroups() {
        return cluster.request()
                .get("RestrictedInstanceGroups")
                .map(_ -> groups("RestrictedInstanceGroups"));
    }

    private Optional<Json> sharedEnvironment() {
        return cluster.request()
                .object("RestrictedInstanceGroupsConfig")
                .flatMap(config -> config.object("SharedEnvironmentConfig"))
                .map(shared ->
                        JsonObject.of(
                                "SharedEnvironmentConfig",
                                InstanceGroupDetails.currentAndDesired(
                                        shared, "FSxLustreConfig", "FSxLustreDeletionPolicy")));
    }

    private Optional<Json> autoScaling() {
        return cluster.request()
                .object("AutoScaling")
                .map(scaling -> scaling.with("Status", Json.of(scalingStatus())));
    }

    private String scalingStatus() {
        return Set.of("Creating", "Deleting", "Failed").contains(status) ? status : "InService";
    }
}
