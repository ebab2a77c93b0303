package io.hyperpodgateway.policy.reference;

import io.hyperpodgateway.json.JsonPointer;

import java.util.Objects;
import java.util.Optional;

/// Something that a request names and the caller may have no right to.
///
/// @param kind what it is; nothing if the member is one that nobody has classified yet
/// @param pointer where it is named
/// @param value its name
public record Reference(Optional<ReferenceKind> kind, JsonPointer pointer, String value) {

    public Reference {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(value);
    }
}
