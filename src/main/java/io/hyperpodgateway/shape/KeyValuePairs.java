package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.text.NearestNames;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Items that are pairs of a key and a value, as tags are. Other tools write them as a map, or as
/// texts: `{"Team": "x"}`, `Team=x` and `Key=Team,Value=x` for `{"Key": "Team", "Value": "x"}`.
///
/// @param key the shape of keys
/// @param value the shape of values
record KeyValuePairs(StringShape key, StringShape value) {

    private static final String KEY = "Key";
    private static final String VALUE = "Value";

    /// The members of a pair.
    private static final List<String> MEMBERS = List.of(KEY, VALUE);

    /// The short form of AWS's command line, and that of most others.
    private static final List<Pattern> TEXTS =
            List.of(
                    Pattern.compile("Key=([^=,]{1,256}),\\s*Value=([^=,]*)"),
                    Pattern.compile("(?!(?:Key|Value)=)([^=,\\s]{1,256})=([^=,]*)"));

    /// The longest map, in characters, that a fix repeats in full.
    private static final int LONGEST = 16_384;

    /// What the pairs of such an item are, if it is one.
    static Optional<KeyValuePairs> of(ServiceModel model, Shape item) {
        if (!(item instanceof StructureShape structure) || structure.members().size() != 2)
            return Optional.empty();
        return text(model, structure, KEY)
                .flatMap(key ->
                        text(model, structure, VALUE).map(value -> new KeyValuePairs(key, value)));
    }

    private static Optional<StringShape> text(
            ServiceModel model, StructureShape item, String member) {
        return item.member(member)
                .map(model::shape)
                .filter(StringShape.class::isInstance)
                .map(StringShape.class::cast);
    }

    /// The pairs of a map in place of the list, if it can be nothing else.
    Optional<JsonArray> inMap(ListShape list, Json value) {
        if (!(value instanceof JsonObject map)) return Optional.empty();
        boolean certain =
                !map.members().isEmpty()
                        && list.count().hold(map.members().size())
                        && map.stream().allMatch(this::isPair)
                        && length(map) <= LONGEST;
        return certain
                ? Optional.of(new JsonArray(map.stream().<Json>map(this::pair).toList()))
                : Optional.empty();
    }

    /// The pair that a text or an item of one member is, if it can be nothing else.
    Optional<JsonObject> inItem(Json item) {
        return switch (item) {
            case JsonString(var text) -> inText(text);
            case JsonObject map when map.members().size() == 1 ->
                    map.stream().filter(this::isPair).map(this::pair).findFirst();
            case Json _ -> Optional.empty();
        };
    }

    private Optional<JsonObject> inText(String text) {
        return TEXTS.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .map(parts -> Map.<String, Json>entry(parts.group(1), Json.of(parts.group(2))))
                .filter(this::isPair)
                .map(this::pair)
                .findFirst();
    }

    private boolean isPair(Map.Entry<String, Json> member) {
        String name = member.getKey();
        return text(member.getValue()).filter(value::fits).isPresent()
                && key.fits(name)
                && NearestNames.of(name, MEMBERS).isEmpty();
    }

    /// The value as a text: numbers are often written without quotes.
    private Optional<String> text(Json sent) {
        return sent.text().or(() -> ValueCoercion.coerced(value, sent).flatMap(Json::text));
    }

    private JsonObject pair(Map.Entry<String, Json> member) {
        return JsonObject.of(KEY, Json.of(member.getKey()))
                .with(VALUE, Json.of(text(member.getValue()).orElseThrow()));
    }

    private static int length(JsonObject map) {
        return map.stream()
                .mapToInt(member ->
                        member.getKey().length()
                                + member.getValue().text().map(String::length).orElse(0))
                .sum();
    }
}
