package io.hyperpodgateway.drift.file;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayList;
import java.util.List;

/// Writes JSON with one member per line, so that a small change of the model is a small change of
/// its text.
final class PrettyJson {

    private static final String INDENT = "  ";

    private PrettyJson() {}

    static String write(Json value) {
        return write(value, "\n");
    }

    private static String write(Json value, String line) {
        return switch (value) {
            case JsonObject(var members) when !members.isEmpty() -> {
                var parts = new ArrayList<String>();
                members.forEach((name, member) ->
                        parts.add(Json.of(name).toText() + ": " + write(member, line + INDENT)));
                yield block("{", parts, line, "}");
            }
            case JsonArray(var items) when !items.isEmpty() ->
                    block(
                            "[",
                            items.stream().map(item -> write(item, line + INDENT)).toList(),
                            line,
                            "]");
            default -> value.toText();
        };
    }

    private static String block(String open, List<String> parts, String line, String close) {
        return open + line + INDENT + String.join("," + line + INDENT, parts) + line + close;
    }
}
