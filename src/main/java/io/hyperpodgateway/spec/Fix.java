package io.hyperpodgateway.spec;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.List;

/// Operations that mend a request (RFC 6902), for [Finding#withFix]. Those of one answer are
/// applied in the order of its findings: a place below a renamed member is told by its new name.
public final class Fix {

    private Fix() {}

    /// The member or item is taken out.
    public static JsonArray remove(JsonPointer at) {
        return of(operation("remove").with("path", place(at)));
    }

    /// A member is set that is not there.
    public static JsonArray add(JsonPointer at, Json value) {
        return of(operation("add").with("path", place(at)).with("value", value));
    }

    /// The value is another.
    public static JsonArray replace(JsonPointer at, Json value) {
        return of(operation("replace").with("path", place(at)).with("value", value));
    }

    /// The value stands elsewhere.
    public static JsonArray move(JsonPointer from, JsonPointer to) {
        return of(operation("move").with("from", place(from)).with("path", place(to)));
    }

    private static JsonObject operation(String name) {
        return JsonObject.of("op", Json.of(name));
    }

    private static Json place(JsonPointer pointer) {
        return Json.of(pointer.toString());
    }

    private static JsonArray of(JsonObject operation) {
        return new JsonArray(List.of(operation));
    }
}
