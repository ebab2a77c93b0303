package io.hyperpodgateway.json;

import io.hyperpodgateway.text.Excerpt;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A place in a JSON document (RFC 6901).
///
/// It is a step below another place: most are made on the way to a value that is as it should be,
/// and nobody asks for their text.
public final class JsonPointer {

    /// The whole document: the empty pointer.
    public static final JsonPointer ROOT = new JsonPointer();

    /// The longest text of a place in an answer, in bytes of JSON in UTF-8: every place of the
    /// longest label that Kubernetes knows. Names are the sender's: long ones, repeated in each of
    /// a hundred findings, would make a large answer of a small request.
    public static final int MAX_LENGTH = 384;

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern STRAY_TILDE = Pattern.compile("~(?![01])");

    private final JsonPointer above;
    private final String token;
    private final int depth;

    /// The root, which is above itself.
    private JsonPointer() {
        this.above = this;
        this.token = "";
        this.depth = 0;
    }

    private JsonPointer(JsonPointer above, String token) {
        this.above = above;
        this.token = Objects.requireNonNull(token);
        this.depth = above.depth + 1;
    }

    /// The place of these tokens, unescaped.
    public static JsonPointer of(String... tokens) {
        return of(List.of(tokens));
    }

    /// The place of these tokens, unescaped.
    public static JsonPointer of(List<String> tokens) {
        JsonPointer place = ROOT;
        for (String token : tokens) place = place.member(token);
        return place;
    }

    /// The reference tokens from the root, unescaped; none is the whole document.
    public List<String> tokens() {
        String[] tokens = new String[depth];
        for (JsonPointer step = this; step.depth > 0; step = step.above) {
            tokens[step.depth - 1] = step.token;
        }
        return List.of(tokens);
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
        return of(tokens);
    }

    /// The member of that name below this place.
    public JsonPointer member(String name) {
        return new JsonPointer(this, name);
    }

    /// The item of that index, from 0, below this place.
    public JsonPointer item(int index) {
        return member(Integer.toString(index));
    }

    /// The place that holds this one; nothing above the whole document.
    public Optional<JsonPointer> parent() {
        return depth == 0 ? Optional.empty() : Optional.of(above);
    }

    /// Every place above this one, the whole document first, and this place.
    public Stream<JsonPointer> prefixes() {
        return Stream.iterate(Optional.of(this), Optional::isPresent, step -> step.get().parent())
                .map(Optional::get)
                .toList()
                .reversed()
                .stream();
    }

    /// Whether its last token could name an item of an array.
    public boolean isItem() {
        return depth > 0 && isIndex(token);
    }

    /// What is at this place of the document, if anything is. The items of an array are named by
    /// their plain indexes.
    public Optional<Json> in(Json document) {
        Optional<Json> here = Optional.of(document);
        for (String token : tokens()) {
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

    /// This place, or the nearest one above it whose text is at most [#MAX_LENGTH] long.
    public JsonPointer shortened() {
        int length = 0;
        JsonPointer near = ROOT;
        for (String token : tokens()) {
            length += 1 + writtenLength(token);
            if (length > MAX_LENGTH) return near;
            near = near.member(token);
        }
        return this;
    }

    /// The bytes that the token takes, escaped as a pointer has it and then as JSON has it.
    private static int writtenLength(String token) {
        if (token.length() > MAX_LENGTH) return token.length();
        return token.codePoints().map(JsonPointer::writtenLength).sum();
    }

    private static int writtenLength(int character) {
        if (character < ' ') return 6;
        if ("\"\\~/".indexOf(character) >= 0) return 2;
        if (character < 0x80) return 1;
        if (character < 0x800) return 2;
        return character < 0x10000 ? 3 : 4;
    }

    /// Whether the other is the same place.
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof JsonPointer that) || depth != that.depth) return false;
        JsonPointer one = this;
        JsonPointer two = that;
        while (one != two) {
            if (!one.token.equals(two.token)) return false;
            one = one.above;
            two = two.above;
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (JsonPointer step = this; step.depth > 0; step = step.above) {
            hash = 31 * hash + step.token.hashCode();
        }
        return hash;
    }

    /// The pointer as text: `/InstanceGroups/0/InstanceType`.
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (String token : tokens()) {
            text.append('/').append(escaped(token));
        }
        return text.toString();
    }

    /// This pointer as the subject of a sentence: long names and long pointers are cut.
    public String excerpt() {
        return Excerpt.pointer(tokens().stream().map(JsonPointer::escaped).toList());
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
