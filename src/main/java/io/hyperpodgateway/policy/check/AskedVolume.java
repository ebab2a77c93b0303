package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One `EbsVolumeConfig` of a group. File systems of FSx are none.
///
/// @param pointer its place
/// @param isRoot whether it is the root volume, whose size SageMaker decides
/// @param hasKey whether a customer's key encrypts it; AWS takes an empty text for none
/// @param size its size in GB, if that is told as an integer
public record AskedVolume(
        JsonPointer pointer, boolean isRoot, boolean hasKey, Optional<Long> size) {

    private static final String CONFIGS = "InstanceStorageConfigs";
    private static final String VOLUME = "EbsVolumeConfig";

    public AskedVolume {
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(size);
    }

    static List<AskedVolume> of(InstanceGroup group) {
        List<Json> configs = group.document().items(CONFIGS);
        if (configs.isEmpty()) return List.of();
        var volumes = new ArrayList<AskedVolume>();
        JsonPointer place = group.at(CONFIGS);
        for (int i = 0; i < configs.size(); i++) {
            JsonPointer pointer = place.item(i).member(VOLUME);
            if (configs.get(i) instanceof JsonObject config)
                config.object(VOLUME).ifPresent(volume -> volumes.add(of(pointer, volume)));
        }
        return List.copyOf(volumes);
    }

    /// The place of one of its members, or where it would stand.
    public JsonPointer at(String member) {
        return pointer.member(member);
    }

    private static AskedVolume of(JsonPointer pointer, JsonObject volume) {
        return new AskedVolume(
                pointer,
                volume.get("RootVolume").filter(Json.of(true)::equals).isPresent(),
                volume.text("VolumeKmsKeyId").filter(key -> !key.isBlank()).isPresent(),
                volume.integer("VolumeSizeInGB"));
    }
}
