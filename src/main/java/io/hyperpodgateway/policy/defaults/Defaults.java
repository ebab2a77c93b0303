package io.hyperpodgateway.policy.defaults;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Members that are set where the caller left them out.
///
/// @param all each of them, in the order in which they are set
/// @param written the same as the document writes them
public record Defaults(List<Default> all, JsonObject written) {

    /// No member is set.
    public static final Defaults NONE = new Defaults(List.of(), JsonObject.EMPTY);

    /// The token of a path that means every item of an array.
    public static final String EVERY = "*";

    public Defaults {
        all = List.copyOf(all);
        Objects.requireNonNull(written);
    }

    /// One value, and where it belongs.
    ///
    /// @param path member names from the root, `*` for every item of an array
    public record Default(List<String> path, Json value) {

        public Default {
            path = List.copyOf(path);
            Objects.requireNonNull(value);
        }

        JsonObject to(JsonObject document) {
            return set(document, path, value) instanceof JsonObject object ? object : document;
        }
    }

    /// The document with every default that finds its place free. Objects are filled up, member by
    /// member; any other value that is there stays. Nothing is set into items that are not there.
    JsonObject to(JsonObject document) {
        JsonObject filled = document;
        for (Default one : all) {
            filled = one.to(filled);
        }
        return filled;
    }

    private static Json set(Json target, List<String> path, Json value) {
        if (path.isEmpty()) return filledUp(target, value);
        String token = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        return switch (target) {
            case JsonArray(var items) when token.equals(EVERY) ->
                    new JsonArray(
                            items.stream()
                                    .map(item ->
                                            item instanceof JsonObject
                                                    ? set(item, rest, value)
                                                    : item)
                                    .toList());
            case JsonObject object when !token.equals(EVERY) ->
                    object.with(
                            token,
                            object.get(token)
                                    .map(there -> set(there, rest, value))
                                    .or(() -> alone(rest, value)));
            case JsonObject _, JsonArray _, JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ ->
                    target;
        };
    }

    /// The value below members of its own, unless it is for the items of an array.
    private static Optional<Json> alone(List<String> path, Json value) {
        return path.contains(EVERY) ? Optional.empty() : Optional.of(nested(path, value));
    }

    /// The value alone at that place of a document, the only item where the path means every item.
    public static Json nested(List<String> path, Json value) {
        Json nested = value;
        for (String token : path.reversed()) {
            nested =
                    token.equals(EVERY)
                            ? new JsonArray(List.of(nested))
                            : JsonObject.of(token, nested);
        }
        return nested;
    }

    private static Json filledUp(Json there, Json value) {
        if (!(there instanceof JsonObject filled) || !(value instanceof JsonObject more))
            return there;
        for (var member : more.members().entrySet()) {
            Json set =
                    filled.get(member.getKey())
                            .map(old -> filledUp(old, member.getValue()))
                            .orElse(member.getValue());
            filled = filled.with(member.getKey(), set);
        }
        return filled;
    }
}
