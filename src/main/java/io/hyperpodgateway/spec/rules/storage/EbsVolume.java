package io.hyperpodgateway.spec.rules.storage;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.ClusterRequest;
import io.hyperpodgateway.spec.InstanceGroup;

import java.util.stream.Stream;

/// An `EbsVolumeConfig` of a group, and its place.
record EbsVolume(JsonPointer pointer, JsonObject document) {

    private static final String MEMBER = "EbsVolumeConfig";

    /// Those of the group that are objects, in its order.
    static Stream<EbsVolume> of(InstanceGroup group) {
        return StorageConfig.of(group)
                .flatMap(config ->
                        config.document().object(MEMBER).stream()
                                .map(volume ->
                                        new EbsVolume(config.pointer().member(MEMBER), volume)));
    }

    /// Those of all groups.
    static Stream<EbsVolume> of(ClusterRequest request) {
        return request.groups().stream().flatMap(EbsVolume::of);
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
