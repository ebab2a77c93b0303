package io.hyperpodgateway.finding;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.Optional;
import java.util.stream.Stream;

/// One operation of a patch that mends a document (RFC 6902). Those of one answer are applied in
/// the order of its findings: a place below a renamed member has its new name.
public sealed interface PatchOperation {

    /// The place that gets a value, or is taken out.
    JsonPointer path();

    /// A member is set that is not there, or an item is put between others.
    record Add(JsonPointer path, Json value) implements PatchOperation {}

    /// The member or item is taken out.
    record Remove(JsonPointer path) implements PatchOperation {}

    /// The place gets another value.
    record Replace(JsonPointer path, Json value) implements PatchOperation {}

    /// The value is moved to another place.
    record Move(JsonPointer from, JsonPointer path) implements PatchOperation {}

    /// The operation as a JSON Patch writes it.
    default JsonObject toJson() {
        return switch (this) {
            case Add(_, Json value) -> toJson("add").with("value", value);
            case Remove _ -> toJson("remove");
            case Replace(_, Json value) -> toJson("replace").with("value", value);
            case Move(JsonPointer from, JsonPointer to) ->
                    JsonObject.of("op", Json.of("move"))
                            .with("from", Json.of(from.toString()))
                            .with("path", Json.of(to.toString()));
        };
    }

    /// The operation that [#toJson()] wrote into the record.
    static PatchOperation fromJson(Json json) {
        var operation = (JsonObject) json;
        JsonPointer path = JsonPointer.parse(operation.text("path").orElseThrow());
        return switch (operation.text("op").orElseThrow()) {
            case "add" -> new Add(path, operation.get("value").orElseThrow());
            case "remove" -> new Remove(path);
            case "replace" -> new Replace(path, operation.get("value").orElseThrow());
            case "move" -> new Move(JsonPointer.parse(operation.text("from").orElseThrow()), path);
            case String other -> throw new IllegalArgumentException("no such operation: " + other);
        };
    }

    private JsonObject toJson(String name) {
        return JsonObject.of("op", Json.of(name)).with("path", Json.of(path().toString()));
    }

    /// Where the value is taken from, if it is moved.
    private Optional<JsonPointer> from() {
        return this instanceof Move(JsonPointer from, _) ? Optional.of(from) : Optional.empty();
    }

    /// Every place that it names.
    default Stream<JsonPointer> places() {
        return Stream.concat(from().stream(), Stream.of(path()));
    }

    /// The place that holds another value once it is done.
    default Optional<JsonPointer> changedPlace() {
        return this instanceof Remove ? Optional.empty() : Optional.of(path());
    }

    /// The place that holds nothing once it is done, or the next item.
    default Optional<JsonPointer> emptiedPlace() {
        return this instanceof Remove ? Optional.of(path()) : from();
    }

    /// Whether the document has what it takes, and room for what it puts.
    default boolean appliesTo(JsonObject document) {
        boolean isThere = path().in(document).isPresent();
        return from().isEmpty()
                ? isThere
                : from().get().in(document).isPresent()
                        && !isThere
                        && path().parent()
                                .filter(parent -> parent.in(document).isPresent())
                                .isPresent();
    }
}
