package io.hyperpodgateway.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place in a JSON document (RFC 6901).
///
/// @param tokens the reference tokens from the root, unescaped; none is the whole document
public record JsonPointer(List<String> tokens) {

    /// The whole document: the empty pointer.
    public static final JsonPointer ROOT = new JsonPointer(List.of());

    /// The longest text with which a place is told, in bytes of JSON in UTF-8: every place of the
    /// longest label that Kubernetes knows. Names are the sender's: long ones, told again in each
    /// of a hundred findings, would make a large answer of a small request.
    public static final int LONGEST_TOLD = 384;

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
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

    /// What stands at this place of the document, if anything does. The items of an array are named
    /// by their plain indexes.
    public Optional<Json> in(Json document) {
        Optional<Json> here = Optional.of(document);
        for (String token : tokens) {
            here = here.flatMap(parent -> child(parent, token));
        }
        return here;
    }

    private static Optional<Json> child(Json parent, String token) {
        if (parent instanceof JsonObject object) return object.get(token);
        if (!(parent instanceof JsonArray(var items)) || !isIndex(token)) return Optional.empty();
        int index = Integer.parseInt(token);
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    /// Whether the token could name an item of an array.
    public static boolean isIndex(String token) {
        return INDEX.matcher(token).matches();
    }

    /// This place, or the nearest one above it whose text is at most [#LONGEST_TOLD] long.
    public JsonPointer told() {
        int depth = 0;
        int length = 0;
        for (String token : tokens) {
            length += 1 + writtenLength(token);
            if (length > LONGEST_TOLD) return new JsonPointer(tokens.subList(0, depth));
            depth++;
        }
        return this;
    }

    /// The bytes that the token takes, escaped as a pointer has it and then as JSON has it.
    private static int writtenLength(String token) {
        if (token.length() > LONGEST_TOLD) return token.length();
        return token.codePoints().map(JsonPointer::writtenLength).sum();
    }

    private static int writtenLength(int character) {
        if (character < ' ') return 6;
        if ("\"\\~/".indexOf(character) >= 0) return 2;
        if (character < 0x80) return 1;
        if (character < 0x800) return 2;
        return character < 0x10000 ? 3 : 4;
    }

    /// The pointer as text: `/InstanceGroups/0/InstanceType`.
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (String token : tokens) {
            text.append('/').append(escaped(token));
        }
        return text.toString();
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
