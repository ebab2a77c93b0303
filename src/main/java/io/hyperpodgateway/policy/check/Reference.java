package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.Wording;

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

    /// That nobody has opened it to the caller.
    public Violation unlisted() {
        String named = Wording.value(value);
        return new Violation(
                pointer,
                kind.map(known ->
                                "%s is not allowed: no policy rule opens %s to you"
                                        .formatted(named, known.id()))
                        .orElse(
                                "%s is not allowed: policy does not know yet what this member names"
                                        .formatted(named)));
    }
}
