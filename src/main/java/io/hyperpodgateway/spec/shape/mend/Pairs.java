package io.hyperpodgateway.spec.shape.mend;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.spec.NearestNames;
import io.hyperpodgateway.spec.model.ServiceModel;
import io.hyperpodgateway.spec.model.Shape;
import io.hyperpodgateway.spec.model.Shape.ListShape;
import io.hyperpodgateway.spec.model.Shape.StringShape;
import io.hyperpodgateway.spec.model.Shape.StructureShape;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Items that are pairs of a key and a value, as tags are. Other tools write them as a map:
/// `{"Team": "x"}` for `[{"Key": "Team", "Value": "x"}]`.
///
/// @param key the shape of keys
/// @param value the shape of values
public record Pairs(StringShape key, StringShape value) {

    private static final String KEY = "Key";
    private static final String VALUE = "Value";

    /// The members of a pair.
    public static final List<String> MEMBERS = List.of(KEY, VALUE);

    /// The longest map, in characters, that a fix repeats in full.
    private static final int LONGEST = 16_384;

    /// What the pairs of such an item are, if it is one.
    public static Optional<Pairs> of(ServiceModel model, Shape item) {
        if (!(item instanceof StructureShape structure) || structure.members().size() != 2)
            return Optional.empty();
        return text(model, structure, KEY)
                .flatMap(key -> text(model, structure, VALUE).map(value -> new Pairs(key, value)));
    }

    private static Optional<StringShape> text(
            ServiceModel model, StructureShape item, String member) {
        return item.member(member)
                .map(model::shape)
                .filter(StringShape.class::isInstance)
                .map(StringShape.class::cast);
    }

    /// The pairs that a map in place of the list means, if it can be nothing else.
    public Optional<JsonArray> inMap(ListShape list, JsonObject map) {
        boolean certain =
                !map.members().isEmpty()
                        && list.count().hold(map.members().size())
                        && map.stream().allMatch(this::isPair)
                        && length(map) <= LONGEST;
        return certain
                ? Optional.of(new JsonArray(map.stream().<Json>map(Pairs::pair).toList()))
                : Optional.empty();
    }

    /// The pair that an item of one member means, if it can be nothing else.
    public Optional<JsonObject> inItem(Json item) {
        return item instanceof JsonObject map && map.members().size() == 1
                ? map.stream().filter(this::isPair).map(Pairs::pair).findFirst()
                : Optional.empty();
    }

    private boolean isPair(Map.Entry<String, Json> member) {
        String name = member.getKey();
        return member.getValue() instanceof JsonString(var text)
                && key.fits(name)
                && value.fits(text)
                && NearestNames.of(name, MEMBERS).isEmpty();
    }

    private static JsonObject pair(Map.Entry<String, Json> member) {
        return JsonObject.of(KEY, Json.of(member.getKey())).with(VALUE, member.getValue());
    }

    private static int length(JsonObject map) {
        return map.stream()
                .mapToInt(member ->
                        member.getKey().length()
                                + member.getValue().text().map(String::length).orElse(0))
                .sum();
    }
}
