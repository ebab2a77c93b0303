package io.hyperpodgateway.audit;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;

import java.nio.charset.StandardCharsets;

/// How large an item of the audit table gets, as DynamoDB counts it: names and strings by their
/// UTF-8 bytes, a binary by its own, a number by half its digits and one.
///
/// See "DynamoDB item sizes and formats" in the DynamoDB developer guide.
public final class ItemSize {

    /// DynamoDB takes 400 KB, 409,600 bytes; the rest is left for what the count may miss.
    private static final int LARGEST = 400_000;

    private ItemSize() {}

    /// Whether an event of these attributes, in plain form, fits one item once its long texts are
    /// gzipped.
    public static boolean fitsOneItem(JsonObject attributes) {
        return of(attributes) <= LARGEST;
    }

    /// The bytes that an item of these attributes takes.
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
