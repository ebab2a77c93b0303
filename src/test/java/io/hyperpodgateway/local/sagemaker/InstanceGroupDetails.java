package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.Optional;

/// The description of an instance group, made from the request's.
final class InstanceGroupDetails {

    private InstanceGroupDetails() {}

    static JsonObject of(JsonObject group, String clusterStatus) {
        boolean creating = clusterStatus.equals("Creating");
        JsonObject details =
                JsonObject.EMPTY
                        .with("CurrentCount", creating ? zero() : group.get("InstanceCount"))
                        .with("TargetCount", group.get("InstanceCount"))
                        .with("MinCount", group.get("MinInstanceCount"))
                        .with("Status", Json.of(groupStatus(clusterStatus)));
        for (var member : group.members().entrySet()) {
            details = described(details, member.getKey(), member.getValue());
        }
        return details;
    }

    /// Groups have the cluster's status, except for one that groups lack in the model.
    private static String groupStatus(String clusterStatus) {
        return clusterStatus.equals("RollingBack") ? "Updating" : clusterStatus;
    }

    private static Optional<Json> zero() {
        return Optional.of(Json.of(0));
    }

    private static JsonObject described(JsonObject details, String name, Json value) {
        return switch (name) {
            case "InstanceCount", "MinInstanceCount" -> details;
            case "ImageId", "ImageReleaseVersion" ->
                    details.with("Current" + name, value).with("Desired" + name, value);
            case "InstanceRequirements" ->
                    details.with(name, currentAndDesired(value, "InstanceTypes"));
            case "KubernetesConfig" ->
                    details.with(name, currentAndDesired(value, "Labels", "Taints"));
            case "AutoPatchConfig" -> details.with(name, patching(value));
            default -> details.with(name, value);
        };
    }

    private static Json patching(Json config) {
        if (!(config instanceof JsonObject requested)) return config;
        JsonObject schedules = currentAndDesired(requested, "PatchSchedule");
        JsonObject described = requested.without("PatchSchedule");
        for (var schedule : schedules.members().entrySet()) {
            described = described.with(schedule.getKey(), schedule.getValue());
        }
        return described;
    }

    /// Current and desired values are the same unless the cluster is being updated.
    static JsonObject currentAndDesired(Json config, String... members) {
        JsonObject described = JsonObject.EMPTY;
        if (!(config instanceof JsonObject requested)) return described;
        for (String member : members) {
            described =
                    described
                            .with("Current" + member, requested.get(member))
                            .with("Desired" + member, requested.get(member));
        }
        return described;
    }
}
