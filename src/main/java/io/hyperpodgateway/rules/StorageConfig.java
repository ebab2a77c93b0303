package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.ArrayList;
import java.util.List;

/// One item of a group's `InstanceStorageConfigs`, and its place.
record StorageConfig(JsonPointer pointer, JsonObject document) {

    static final String MEMBER = "InstanceStorageConfigs";

    /// Those of the group that are objects, in its order.
    static List<StorageConfig> of(InstanceGroup group) {
        List<Json> items = ClusterRequest.itemsOf(group.document(), MEMBER);
        if (items.isEmpty()) return List.of();
        JsonPointer list = group.pointer().member(MEMBER);
        var configs = new ArrayList<StorageConfig>(items.size());
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof JsonObject item) {
                configs.add(new StorageConfig(list.item(i), item));
            }
        }
        return configs;
    }
}
