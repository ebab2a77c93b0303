package io.hyperpodgateway.audit;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;

import java.nio.charset.StandardCharsets;

/// The size of an item of the audit table, as DynamoDB counts it: the UTF-8 bytes of names and
/// strings, the bytes of a binary, and for a number half of its digits plus one.
///
/// See "DynamoDB item sizes and formats" in the DynamoDB developer guide.
public final class ItemSize {

    /// DynamoDB's limit is 400 KB, 409,600 bytes; the rest is a margin.
    private static final int LARGEST = 400_000;

    private ItemSize() {}

    /// Whether an event of these attributes, uncompressed, fits one item once its long texts are
    /// gzipped.
    public static boolean fitsOneItem(JsonObject attributes) {
        return of(attributes) <= LARGEST;
    }

    /// The size in bytes.
    static int of(JsonObject attributes) {
        return attributes.stream().mapToInt(a -> of(a.getKey(), a.getValue())).sum();
    }

    private static int of(String name, Json value) {
        return switch (value) {
            case JsonString(var text) when LongText.isLong(text) ->
                    utf8(name + LongText.SUFFIX) + LongText.gzip(text).length;
            case JsonString(var text) -> utf8(name) + utf8(text);
            case JsonNumber(var digits) -> utf8(name) + digits.length() / 2 + 2;
            case Json other ->
                    throw new IllegalArgumentException(
                            "%s is %s, a string or an integer is stored"
                                    .formatted(name, other.kind()));
        };
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
