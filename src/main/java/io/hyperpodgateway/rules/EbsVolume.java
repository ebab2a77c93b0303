package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.ArrayList;
import java.util.List;

/// An `EbsVolumeConfig` of a group, and its place.
record EbsVolume(JsonPointer pointer, JsonObject document) {

    private static final String MEMBER = "EbsVolumeConfig";

    /// Those of the group that are objects, in its order.
    static List<EbsVolume> of(InstanceGroup group) {
        var volumes = new ArrayList<EbsVolume>(2);
        for (StorageConfig config : StorageConfig.of(group)) {
            config.document().object(MEMBER).ifPresent(volume -> volumes.add(of(config, volume)));
        }
        return volumes;
    }

    private static EbsVolume of(StorageConfig config, JsonObject volume) {
        return new EbsVolume(config.pointer().member(MEMBER), volume);
    }

    /// Whether it is the root volume: `RootVolume` is true.
    boolean isRoot() {
        return document.get("RootVolume").filter(Json.of(true)::equals).isPresent();
    }

    /// Whether it is the secondary volume: `RootVolume` is false or absent.
    boolean isSecondary() {
        return document.get("RootVolume").map(Json.of(false)::equals).orElse(true);
    }

    /// Whether it is encrypted with a key of the customer's. An empty text is no key.
    boolean hasKey() {
        return document.text("VolumeKmsKeyId").filter(key -> !key.isEmpty()).isPresent();
    }

    /// The place of a member.
    JsonPointer at(String member) {
        return pointer.member(member);
    }
}
