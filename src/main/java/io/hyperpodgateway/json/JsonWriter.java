package io.hyperpodgateway.json;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Writes values as compact JSON text, strings as RFC 8785 (section 3.2.2.2) has them.
final class JsonWriter {

    private final StringBuilder text = new StringBuilder(256);

    private JsonWriter() {}

    static String write(Json value) {
        var writer = new JsonWriter();
        writer.value(value);
        return writer.text.toString();
    }

    private void value(Json value) {
        switch (value) {
            case JsonObject(var members) -> object(members);
            case JsonArray(var items) -> array(items);
            case JsonString(var string) -> string(string);
            case JsonNumber(var digits) -> text.append(digits);
            case JsonBoolean(var truth) -> text.append(truth);
            case JsonNull _ -> text.append("null");
        }
    }

    private void object(Map<String, Json> members) {
        text.append('{');
        int start = text.length();
        members.forEach((name, member) -> {
            if (text.length() > start) text.append(',');
            string(name);
            text.append(':');
            value(member);
        });
        text.append('}');
    }

    private void array(List<Json> items) {
        text.append('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) text.append(',');
            value(items.get(i));
        }
        text.append(']');
    }

    private void string(String string) {
        text.append('"');
        int written = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') continue;
            text.append(string, written, i);
            escape(c);
            written = i + 1;
        }
        text.append(string, written, string.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append("\\u").append(HexFormat.of().toHexDigits(c));
        }
    }
}
