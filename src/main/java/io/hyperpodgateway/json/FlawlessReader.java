package io.hyperpodgateway.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/// Reads JSON texts in which nothing is wrong, and gives up at the first doubt: what is wrong, and
/// where, is for [JsonReader] to tell.
///
/// Nearly every text is flawless, and it takes two fifths of the memory of the parser that knows
/// where it stands.
final class FlawlessReader {

    /// As many strings are remembered, each in the place that its hash gives it.
    private static final int SAID = 256;

    /// What stands behind the end: no text goes on with it.
    private static final char END = '\0';

    private final String text;
    private final char[] chars;
    // a text says the same things over and over, and one string for all of them spares more than
    // memory: it knows its hash, and is equal to itself at a glance
    private final String[] said = new String[SAID];
    private int at;
    private boolean gaveUp;

    private FlawlessReader(String text) {
        this.text = text;
        this.chars = text.toCharArray();
        Arrays.fill(said, "");
    }

    /// The one value that the text is; nothing where anything might be wrong with it.
    static Optional<Json> read(String text) {
        return new FlawlessReader(text).readAll();
    }

    private Optional<Json> readAll() {
        Json value = value(0);
        skipBlanks();
        return gaveUp || at < chars.length ? Optional.empty() : Optional.of(value);
    }

    private Json value(int depth) {
        skipBlanks();
        return switch (here()) {
            case '{' -> depth < JsonReader.MAX_DEPTH ? object(depth + 1) : giveUp();
            case '[' -> depth < JsonReader.MAX_DEPTH ? array(depth + 1) : giveUp();
            case '"' -> new JsonString(string());
            case 't' -> word("true", JsonBoolean.TRUE);
            case 'f' -> word("false", JsonBoolean.FALSE);
            case 'n' -> word("null", JsonNull.NULL);
            default -> number();
        };
    }

    private Json object(int depth) {
        var members = new JsonMembers.Draft();
        at++;
        if (isNext('}')) return JsonObject.EMPTY;
        do {
            if (!member(members, depth)) return giveUp();
        } while (isNext(','));
        return isNext('}') ? new JsonObject(members.members()) : giveUp();
    }

    private boolean member(JsonMembers.Draft members, int depth) {
        skipBlanks();
        if (here() != '"') return false;
        String name = string();
        return isNext(':') && members.add(name, value(depth)) && !gaveUp;
    }

    private Json array(int depth) {
        var items = new ArrayList<Json>();
        at++;
        if (isNext(']')) return new JsonArray(items);
        do {
            items.add(value(depth));
            if (gaveUp) return giveUp();
        } while (isNext(','));
        return isNext(']') ? new JsonArray(items) : giveUp();
    }

    private String string() {
        int start = ++at;
        int end = start;
        int hash = 0;
        boolean halves = false;
        while (end < chars.length && isPlain(chars[end])) {
            hash = 31 * hash + chars[end];
            halves |= Character.isSurrogate(chars[end]);
            end++;
        }
        at = end;
        if (here() == '\\') return escaped(start);
        return closed(said(start, hash), halves);
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    /// The text from there to here.
    ///
    /// @param hash the one that such a string has
    private String said(int start, int hash) {
        int place = (hash ^ hash >>> 16) & SAID - 1;
        String before = said[place];
        if (before.hashCode() == hash
                && before.length() == at - start
                && text.startsWith(before, start)) return before;
        said[place] = text.substring(start, at);
        return said[place];
    }

    private String escaped(int start) {
        var string = new StringBuilder(at - start + 64).append(chars, start, at - start);
        boolean halves = true;
        while (here() >= ' ' && here() != '"') {
            if (here() == '\\') {
                at++;
                string.append(escape());
            } else {
                string.append(here());
            }
            at++;
        }
        return closed(string.toString(), halves);
    }

    /// The character that an escape stands for; the reader stands at its last letter then.
    private char escape() {
        return switch (here()) {
            case '"', '\\', '/' -> here();
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> {
                giveUp();
                yield END;
            }
        };
    }

    private char unit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            at++;
            int digit = here() < 0x80 ? Character.digit(here(), 16) : -1;
            if (digit < 0) giveUp();
            unit = (unit << 4) | (digit & 0xF);
        }
        return (char) unit;
    }

    private String closed(String string, boolean halves) {
        if (here() != '"' || (halves && !JsonReader.isWellFormed(string))) giveUp();
        at++;
        return string;
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) return giveUp();
        at += word.length();
        return value;
    }

    private Json number() {
        int start = at;
        if (here() == '-') at++;
        if (here() == '0') {
            at++;
        } else {
            digits();
        }
        if (here() == '.') {
            at++;
            digits();
        }
        if (here() == 'e' || here() == 'E') {
            at++;
            if (here() == '+' || here() == '-') at++;
            digits();
        }
        return new JsonNumber(text.substring(start, at));
    }

    /// One digit and all that follow.
    private void digits() {
        int start = at;
        while (here() >= '0' && here() <= '9') at++;
        if (at == start) giveUp();
    }

    /// Whether that character is next; it is behind the reader then.
    private boolean isNext(char wanted) {
        skipBlanks();
        if (here() != wanted) return false;
        at++;
        return true;
    }

    private void skipBlanks() {
        while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t') at++;
    }

    private char here() {
        return at < chars.length ? chars[at] : END;
    }

    private Json giveUp() {
        gaveUp = true;
        return JsonNull.NULL;
    }
}
