package io.hyperpodgateway.request;

import io.hyperpodgateway.json.JsonPointer;

import java.util.Objects;
import java.util.Optional;

/// One tag of a request, and its place.
public record Tag(JsonPointer pointer, Optional<String> key, Optional<String> value) {

    public Tag {
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
    }

    static Tag of(Section tag) {
        return new Tag(tag.pointer(), tag.text("Key"), tag.text("Value"));
    }
}
