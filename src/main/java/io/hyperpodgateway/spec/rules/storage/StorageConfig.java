package io.hyperpodgateway.spec.rules.storage;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.ClusterRequest;
import io.hyperpodgateway.spec.InstanceGroup;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One item of a group's `InstanceStorageConfigs`, and its place.
record StorageConfig(JsonPointer pointer, JsonObject document) {

    private static final String CONFIGS = "InstanceStorageConfigs";

    /// Those of the group that are objects, in its order.
    static Stream<StorageConfig> of(InstanceGroup group) {
        JsonPointer list = group.pointer().member(CONFIGS);
        List<Json> items = ClusterRequest.itemsOf(group.document(), CONFIGS);
        return IntStream.range(0, items.size())
                .boxed()
                .flatMap(i ->
                        items.get(i) instanceof JsonObject item
                                ? Stream.of(new StorageConfig(list.item(i), item))
                                : Stream.empty());
    }
}
