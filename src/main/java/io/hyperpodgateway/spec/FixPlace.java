package io.hyperpodgateway.spec;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonString;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A place that an operation names.
record FixPlace(JsonPointer pointer) {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

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
        return !tokens.isEmpty() && INDEX.matcher(tokens.getLast()).matches();
    }

    /// Whether an answer may tell it as it is.
    boolean isShort() {
        return pointer.told().equals(pointer);
    }

    /// Whether something stands there.
    boolean isIn(JsonObject document) {
        Optional<Json> here = Optional.of(document);
        for (String token : pointer.tokens()) {
            here = here.flatMap(parent -> child(parent, token));
        }
        return here.isPresent();
    }

    private static Optional<Json> child(Json parent, String token) {
        return switch (parent) {
            case JsonObject object -> object.get(token);
            case JsonArray(var items) when INDEX.matcher(token).matches() ->
                    items.stream().skip(Integer.parseInt(token)).findFirst();
            case JsonArray _, JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ ->
                    Optional.empty();
        };
    }

    private JsonPointer upTo(int depth) {
        return new JsonPointer(pointer.tokens().subList(0, depth));
    }
}
