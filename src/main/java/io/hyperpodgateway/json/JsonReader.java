package io.hyperpodgateway.json;

import io.hyperpodgateway.text.Excerpt;
import io.hyperpodgateway.text.Reading;

import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Reads JSON texts strictly: one value, strict UTF-8, every member once, no lone surrogate,
/// bounded depth.
///
/// What does not end the reading (duplicate members, lone surrogates in values, depth) is reported
/// all at once; a syntax error ends it.
public final class JsonReader {

    /// Objects and arrays within each other, the outermost one counted.
    public static final int MAX_DEPTH = 64;

    // What a flaw quotes of a word that is no JSON, and of a name, in characters.
    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST_NAME = 40;

    /// As many flaws are reported with their place: nobody reads tens of thousands more.
    private static final int MOST_PLACED = 1_000;

    // The parser's own bounds are far above ours, which are reported with a place. Names are not
    // kept in the factory's table: a sender of colliding ones would fill it, or make it throw.
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .errorReportConfiguration(
                            ErrorReportConfiguration.builder()
                                    .maxErrorTokenLength(LONGEST_QUOTE)
                                    .build())
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Integer.MAX_VALUE)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final char REPLACEMENT = '\uFFFD';

    private final String text;
    private final JsonParser parser;
    private final List<JsonFlaw> flaws = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    private JsonReader(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /// Reads a text in UTF-8.
    public static Reading<Json, JsonFlaw> read(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        // it replaces what is no UTF-8, or was sent
        return text.indexOf(REPLACEMENT) < 0 ? read(text) : readDoubtful(utf8);
    }

    private static Reading<Json, JsonFlaw> readDoubtful(byte[] utf8) {
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        CharBuffer text = CharBuffer.allocate(utf8.length);
        if (!StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError())
            return read(text.flip().toString());
        return refused(
                "not-utf-8",
                "the text is not valid UTF-8 from byte %d on, counted from 0; JSON is (RFC 8259)"
                        .formatted(bytes.position()),
                Optional.empty());
    }

    /// Reads a text.
    public static Reading<Json, JsonFlaw> read(String text) {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            return refused(
                    SyntaxError.RULE,
                    "the text begins with a byte order mark (U+FEFF); leave it out",
                    Optional.of(new TextPosition(1, 1)));
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonReader(text, parser).readAll();
        }
    }

    private static Reading<Json, JsonFlaw> refused(
            String rule, String problem, Optional<TextPosition> position) {
        return new Reading.Refused<>(
                List.of(new JsonFlaw(rule, JsonPointer.ROOT, problem, position)));
    }

    private Reading<Json, JsonFlaw> readAll() {
        try {
            JsonToken first = parser.nextToken();
            if (first == null)
                return unreadable(
                        SyntaxError.RULE,
                        "the text is empty, one JSON value is expected",
                        Optional.empty());
            Json value = value(first);
            Optional<TextPosition> follower = follower();
            if (follower.isPresent()) {
                return unreadable(
                        "trailing-content",
                        "something follows the one JSON value that is expected",
                        follower);
            }
            return flaws.isEmpty() ? new Reading.Read<>(value) : new Reading.Refused<>(flaws);
        } catch (JacksonException e) {
            var error = SyntaxError.of(text, e);
            return unreadable(
                    error.rule(), "not JSON: " + error.message(), Optional.of(at(e.getLocation())));
        }
    }

    /// Where something follows the one value, if anything does.
    private Optional<TextPosition> follower() {
        try {
            return parser.nextToken() == null ? Optional.empty() : Optional.of(at());
        } catch (JacksonException e) {
            return Optional.of(at(e.getLocation()));
        }
    }

    private Json value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new JsonString(wellFormed(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getString());
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException(
                            "the parser gave " + token + " where a value begins");
        };
    }

    private Json object() {
        var members = new LinkedHashMap<String, Json>();
        if (tooDeep()) return skip(JsonObject.EMPTY);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            path.add(name);
            if (!isWellFormed(name)) loneSurrogate("the name " + Excerpt.of(name, LONGEST_NAME));
            if (members.containsKey(name))
                flaw("duplicate-member", here() + " is set more than once in its object");
            members.put(name, value(parser.nextToken()));
            path.removeLast();
        }
        return new JsonObject(members);
    }

    private Json array() {
        var items = new ArrayList<Json>();
        if (tooDeep()) return skip(new JsonArray(items));
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            path.add(Integer.toString(items.size()));
            items.add(value(token));
            path.removeLast();
        }
        return new JsonArray(items);
    }

    private boolean tooDeep() {
        if (path.size() < MAX_DEPTH) return false;
        flaw("too-deep", "objects and arrays are nested more than " + MAX_DEPTH + " deep");
        return true;
    }

    private <T extends Json> T skip(T instead) {
        parser.skipChildren();
        return instead;
    }

    /// Notes a surrogate without its other half: such a text has no UTF-8 form and could not be
    /// sent on.
    private String wellFormed(String text) {
        if (!isWellFormed(text)) loneSurrogate(here());
        return text;
    }

    private void loneSurrogate(String where) {
        flaw("lone-surrogate", where + " has a surrogate without its other half");
    }

    /// This place as the subject of a sentence, as long as flaws have one.
    private String here() {
        if (flaws.size() >= MOST_PLACED) return "a member";
        return path.isEmpty() ? "the text" : JsonPointer.of(path).excerpt();
    }

    private static boolean isWellFormed(String text) {
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
                return false;
            i += Character.charCount(codePoint);
        }
        return true;
    }

    private void flaw(String rule, String message) {
        flaws.add(
                flaws.size() < MOST_PLACED
                        ? new JsonFlaw(rule, place(), message, Optional.of(at()))
                        : new JsonFlaw(rule, JsonPointer.ROOT, message, Optional.empty()));
    }

    /// Where the reader is, or the nearest place above that can be shown.
    private JsonPointer place() {
        int depth = 0;
        while (depth < path.size() && isWellFormed(path.get(depth))) depth++;
        return JsonPointer.of(path.subList(0, depth)).shortened();
    }

    private Reading<Json, JsonFlaw> unreadable(
            String rule, String problem, Optional<TextPosition> position) {
        flaws.add(new JsonFlaw(rule, JsonPointer.ROOT, problem, position));
        return new Reading.Refused<>(flaws);
    }

    private TextPosition at() {
        return at(parser.currentTokenLocation());
    }

    private static TextPosition at(TokenStreamLocation location) {
        return new TextPosition(location.getLineNr(), location.getColumnNr());
    }
}
