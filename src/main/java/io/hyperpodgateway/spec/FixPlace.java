package io.hyperpodgateway.spec;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A place that an operation names.
record FixPlace(JsonPointer pointer) {

    /// The place in which this one stands; none above the whole document.
    Optional<JsonPointer> above() {
        int depth = pointer.tokens().size();
        return depth == 0 ? Optional.empty() : Optional.of(upTo(depth - 1));
    }

    /// This place and every one above it.
    Stream<FixPlace> andAllAbove() {
        return IntStream.rangeClosed(0, pointer.tokens().size())
                .mapToObj(this::upTo)
                .map(FixPlace::new);
    }

    /// Whether its last step could be that of an array.
    boolean mayBeItem() {
        List<String> tokens = pointer.tokens();
        return !tokens.isEmpty() && JsonPointer.isIndex(tokens.getLast());
    }

    /// Whether an answer may tell it as it is.
    boolean isShort() {
        return pointer.told().equals(pointer);
    }

    /// Whether something stands there.
    boolean isIn(JsonObject document) {
        return pointer.in(document).isPresent();
    }

    private JsonPointer upTo(int depth) {
        return JsonPointer.of(pointer.tokens().subList(0, depth));
    }
}
