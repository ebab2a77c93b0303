package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.Locale;
import java.util.stream.Stream;

/// The key of one tag of a request, and its place.
record TagKey(JsonPointer pointer, String key) {

    /// Every key that is a string, in the request's order.
    static Stream<TagKey> of(ClusterRequest request) {
        return request.tags().stream()
                .filter(tag -> tag.key().isPresent())
                .map(tag -> new TagKey(tag.pointer().member("Key"), tag.key().orElseThrow()));
    }

    /// Whether the key begins with this prefix of lower-case ASCII, in whatever letter case.
    boolean startsWith(String prefix) {
        return key.length() >= prefix.length()
                && key.substring(0, prefix.length()).toLowerCase(Locale.ROOT).equals(prefix);
    }
}
