package io.hyperpodgateway.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A place in a JSON document (RFC 6901).
///
/// @param tokens the reference tokens from the root, unescaped; none is the whole document
public record JsonPointer(List<String> tokens) {

    /// The whole document: the empty pointer.
    public static final JsonPointer ROOT = new JsonPointer(List.of());

    private static final Pattern STRAY_TILDE = Pattern.compile("~(?![01])");

    public JsonPointer {
        tokens = List.copyOf(tokens);
    }

    /// The place of these tokens, unescaped.
    public static JsonPointer of(String... tokens) {
        return new JsonPointer(List.of(tokens));
    }

    /// The place that a pointer's text names. The text must be empty or begin with `/`, and each
    /// `~` in it begin `~0` or `~1`.
    ///
    /// @throws IllegalArgumentException if it is not so
    public static JsonPointer parse(String text) {
        if (text.isEmpty()) return ROOT;
        if (!text.startsWith("/") || STRAY_TILDE.matcher(text).find())
            throw new IllegalArgumentException("not a JSON Pointer: " + text);
        var tokens = new ArrayList<String>();
        for (String token : text.substring(1).split("/", -1)) {
            tokens.add(token.replace("~1", "/").replace("~0", "~"));
        }
        return new JsonPointer(tokens);
    }

    /// The member of that name below this place.
    public JsonPointer member(String name) {
        var longer = new ArrayList<>(tokens);
        longer.add(name);
        return new JsonPointer(longer);
    }

    /// The item of that index, from 0, below this place.
    public JsonPointer item(int index) {
        return member(Integer.toString(index));
    }

    /// The pointer as text: `/InstanceGroups/0/InstanceType`.
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (String token : tokens) {
            text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }
}
