package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.Optional;
import java.util.stream.Stream;

/// How many instances of a group one step of an update takes: a count, or a percentage of the
/// group.
///
/// @param group the group that is updated
/// @param pointer the place of the number
/// @param type `INSTANCE_COUNT` or `CAPACITY_PERCENTAGE`, as far as it is told
/// @param value the number
record BatchSize(InstanceGroup group, JsonPointer pointer, String type, long value) {

    private static final String DEPLOYMENT = "DeploymentConfig";
    private static final String POLICY = "RollingUpdatePolicy";

    /// Those of the group's patches and scheduled updates that can be read.
    static Stream<BatchSize> of(InstanceGroup group) {
        return Stream.of("AutoPatchConfig", "ScheduledUpdateConfig")
                .flatMap(update ->
                        Stream.of("MaximumBatchSize", "RollbackMaximumBatchSize")
                                .flatMap(size -> read(group, update, size).stream()));
    }

    private static Optional<BatchSize> read(InstanceGroup group, String update, String size) {
        JsonPointer at =
                group.pointer().member(update).member(DEPLOYMENT).member(POLICY).member(size);
        return group.document()
                .object(update)
                .flatMap(config -> config.object(DEPLOYMENT))
                .flatMap(deployment -> deployment.object(POLICY))
                .flatMap(policy -> policy.object(size))
                .flatMap(batch -> read(group, at, batch));
    }

    private static Optional<BatchSize> read(InstanceGroup group, JsonPointer at, JsonObject batch) {
        return batch.text("Type")
                .flatMap(type ->
                        batch.integer("Value")
                                .map(value ->
                                        new BatchSize(group, at.member("Value"), type, value)));
    }
}
