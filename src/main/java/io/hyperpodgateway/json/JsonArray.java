package io.hyperpodgateway.json;

import java.util.ArrayList;
import java.util.List;

/// A JSON array.
public record JsonArray(List<Json> items) implements Json {

    public JsonArray {
        items = List.copyOf(items);
    }

    /// The array of these strings.
    public static JsonArray ofTexts(Iterable<String> texts) {
        var items = new ArrayList<Json>();
        texts.forEach(text -> items.add(new JsonString(text)));
        return new JsonArray(items);
    }
}
