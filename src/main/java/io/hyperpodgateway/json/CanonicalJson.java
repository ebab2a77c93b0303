package io.hyperpodgateway.json;

import io.hyperpodgateway.text.Sha256;

import org.erdtman.jcs.NumberToJSON;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The canonical form of a JSON document (RFC 8785): one text for one value, however it was
/// written.
public final class CanonicalJson {

    private CanonicalJson() {}

    /// The document's canonical form, in UTF-8. Numbers are taken as IEEE 754 doubles, as the RFC
    /// has it.
    ///
    /// @throws IllegalArgumentException if a number is beyond what a double holds
    public static byte[] of(JsonObject document) {
        return textOf(document).getBytes(StandardCharsets.UTF_8);
    }

    /// Lower-case hex SHA-256 of the document's canonical form.
    public static String sha256(JsonObject document) {
        return Sha256.hex(of(document));
    }

    /// The canonical form as text.
    ///
    /// @throws IllegalArgumentException as above
    public static String textOf(JsonObject document) {
        return canonical(document).toText();
    }

    private static Json canonical(Json value) {
        return switch (value) {
            case JsonObject(var members) -> new JsonObject(sorted(members));
            case JsonArray(var items) ->
                    new JsonArray(items.stream().map(CanonicalJson::canonical).toList());
            case JsonNumber number -> shortest(number);
            case JsonString _, JsonBoolean _, JsonNull _ -> value;
        };
    }

    /// By their names' UTF-16 code units.
    private static SequencedMap<String, Json> sorted(SequencedMap<String, Json> members) {
        var sorted = new TreeMap<String, Json>();
        members.forEach((name, value) -> sorted.put(name, canonical(value)));
        return sorted;
    }

    private static JsonNumber shortest(JsonNumber number) {
        try {
            double value = Double.parseDouble(number.digits());
            return new JsonNumber(NumberToJSON.serializeNumber(value));
        } catch (IOException e) {
            throw new IllegalArgumentException("no canonical form: " + e.getMessage(), e);
        }
    }
}
