package io.hyperpodgateway.request;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonPointer;

import java.util.Objects;
import java.util.Optional;

/// An `EbsVolumeConfig` of a group: the root volume, whose size SageMaker decides, or a secondary
/// one. File systems of FSx are no volumes.
public record Volume(Section section) {

    private static final String ROOT = "RootVolume";
    private static final String KEY = "VolumeKmsKeyId";

    public Volume {
        Objects.requireNonNull(section);
    }

    /// Its place.
    public JsonPointer pointer() {
        return section.pointer();
    }

    /// Whether `RootVolume` is true.
    public boolean isRoot() {
        return section.json().get(ROOT).filter(Json.of(true)::equals).isPresent();
    }

    /// Whether `RootVolume` is false or absent.
    public boolean isSecondary() {
        return section.json().get(ROOT).map(Json.of(false)::equals).orElse(true);
    }

    /// The customer's key that encrypts it. AWS takes an empty text for no key.
    public Optional<String> key() {
        return section.text(KEY).filter(key -> !key.isEmpty());
    }

    /// Whether it is certain that no key is set.
    public boolean lacksKey() {
        return !section.has(KEY) || section.text(KEY).filter(String::isEmpty).isPresent();
    }

    /// Its size in GB, if that can be read.
    public Optional<Long> size() {
        return section.integer("VolumeSizeInGB");
    }

    /// The place of a member, or where it would be.
    public JsonPointer at(String member) {
        return section.at(member);
    }
}
