package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.InstanceGroup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One `EbsVolumeConfig` of a group. File systems of FSx are none.
///
/// @param pointer its place
/// @param document its members
public record AskedVolume(JsonPointer pointer, JsonObject document) {

    private static final String CONFIGS = "InstanceStorageConfigs";
    private static final String VOLUME = "EbsVolumeConfig";

    public AskedVolume {
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(document);
    }

    static List<AskedVolume> of(InstanceGroup group) {
        List<Json> configs = group.document().items(CONFIGS);
        if (configs.isEmpty()) return List.of();
        var volumes = new ArrayList<AskedVolume>();
        JsonPointer place = group.pointer().member(CONFIGS);
        for (int i = 0; i < configs.size(); i++) {
            JsonPointer pointer = place.item(i).member(VOLUME);
            if (configs.get(i) instanceof JsonObject config)
                config.object(VOLUME)
                        .ifPresent(volume -> volumes.add(new AskedVolume(pointer, volume)));
        }
        return List.copyOf(volumes);
    }

    /// Whether it is the root volume, whose size SageMaker decides.
    public boolean isRoot() {
        return document.get("RootVolume").filter(Json.of(true)::equals).isPresent();
    }

    /// Whether a customer's key encrypts it. AWS takes an empty text for none.
    public boolean hasKey() {
        return document.text("VolumeKmsKeyId").filter(key -> !key.isBlank()).isPresent();
    }

    /// Its size in GB, if that is told as an integer.
    public Optional<Long> size() {
        return document.integer("VolumeSizeInGB");
    }

    /// The place of one of its members, or where it would stand.
    public JsonPointer at(String member) {
        return pointer.member(member);
    }
}
