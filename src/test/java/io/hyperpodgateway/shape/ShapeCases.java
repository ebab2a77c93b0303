package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.model.Bounds;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape.BooleanShape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.IntegerShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.model.Shape.TimestampShape;
import io.hyperpodgateway.shape.ModelSamples.Place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Documents on both sides of every bound of the model: walks it to every place, and puts there
/// what keeps and what breaks each constraint.
public final class ShapeCases {

    /// A document and what the shape check makes of it.
    ///
    /// @param name the place, and what is there
    /// @param broken the rule that it breaks, if it breaks one
    /// @param pointer where
    public record ShapeCase(
            String name, JsonObject document, Optional<String> broken, JsonPointer pointer) {}

    private static final Map<String, Json> KINDS =
            Map.of(
                    "number", Json.of(1),
                    "string", Json.of("1"),
                    "boolean", Json.of(true),
                    "object", JsonObject.EMPTY,
                    "array", new JsonArray(List.of()));

    private final ServiceModel model = ServiceModel.bundled();
    private final ModelSamples samples = new ModelSamples(model);
    private final List<ShapeCase> cases = new ArrayList<>();

    private ShapeCases() {}

    /// All of them, in the model's order.
    public static List<ShapeCase> all() {
        var collected = new ShapeCases();
        collected.samples.places().forEach(collected::at);
        return List.copyOf(collected.cases);
    }

    private void at(Place place) {
        fits(place, "good", samples.good(place.shape()));
        breaks(place, "null", JsonNull.NULL, "null");
        kinds(place);
        switch (place.shape()) {
            case StructureShape shape -> structure(place, shape);
            case ListShape shape ->
                    counts(place, shape.count(), n -> samples.list(shape, n), "items");
            case MapShape shape -> map(place, shape);
            case StringShape shape -> string(place, shape);
            case EnumShape shape -> choice(place, shape);
            case IntegerShape shape -> integer(place, shape);
            case BooleanShape _ -> {}
            case TimestampShape _ -> timestamp(place);
        }
    }

    private void kinds(Place place) {
        var wrong = new LinkedHashMap<>(new java.util.TreeMap<>(KINDS));
        switch (place.shape()) {
            case StructureShape _, MapShape _ -> wrong.remove("object");
            case ListShape _ -> wrong.remove("array");
            case StringShape _, EnumShape _ -> wrong.remove("string");
            case IntegerShape _, TimestampShape _ -> wrong.remove("number");
            case BooleanShape _ -> wrong.remove("boolean");
        }
        wrong.forEach((kind, value) -> breaks(place, kind, value, "type"));
    }

    private void structure(Place place, StructureShape shape) {
        JsonObject good = (JsonObject) samples.good(shape);
        breaks(place, "unknown", good.with("Nonesuch", Json.of(1)), "unknown-member", "Nonesuch");
        for (String member : shape.required()) {
            breaks(place, "without-" + member, good.without(member), "required", member);
        }
    }

    private void map(Place place, MapShape shape) {
        counts(place, shape.count(), n -> samples.map(shape, n), "items");
        Json value = samples.good(model.shape(shape.value()));
        StringShape key = (StringShape) model.shape(shape.key());
        for (long n : outside(key.length())) {
            String name = "a".repeat((int) n);
            breaks(place, "key-of-" + n, JsonObject.of(name, value), "length", name);
        }
        fits(place, "longest-key", JsonObject.of(text(key, key.length().max()), value));
        breaks(place, "key-mismatch", JsonObject.of("-", value), "pattern", "-");
    }

    private void string(Place place, StringShape shape) {
        for (long n : outside(shape.length())) {
            breaks(place, "length-" + n, Json.of("\uD83D\uDE00".repeat((int) n)), "length");
        }
        for (Optional<Long> n : List.of(shape.length().min(), shape.length().max())) {
            String text = text(shape, n);
            if (shape.matches(text)) {
                fits(place, "length-" + text.length(), Json.of(text));
            } else {
                breaks(place, "length-" + n.orElse(0L), Json.of(text), "pattern");
            }
        }
        samples.mismatch(shape)
                .ifPresent(text -> breaks(place, "mismatch", Json.of(text), "pattern"));
    }

    /// A text of that length, one that matches where a good one with a longer tail does.
    private String text(StringShape shape, Optional<Long> length) {
        int wanted = length.orElse(1L).intValue();
        String good = samples.good(shape).text().orElseThrow();
        String longer = good + "a".repeat(Math.max(0, wanted - good.length()));
        return longer.length() == wanted ? longer : "a".repeat(wanted);
    }

    private void choice(Place place, EnumShape shape) {
        String last = shape.values().getLast();
        fits(place, "last", Json.of(last));
        String rule = shape.name().equals("ClusterInstanceType") ? "unknown-instance-type" : "enum";
        Map<String, String> wrong =
                Map.of("empty", "", "near", last + "s", "spaced", last + " ", "far", "Nonesuch");
        new java.util.TreeMap<>(wrong)
                .forEach((name, text) -> breaks(place, name, Json.of(text), rule));
    }

    private void integer(Place place, IntegerShape shape) {
        counts(place, shape.range(), Json::of, "range");
        breaks(place, "digits", new JsonNumber("9".repeat(10_000)), "range");
        breaks(place, "minus-digits", new JsonNumber("-" + "9".repeat(10_000)), "range");
        breaks(place, "fraction", new JsonNumber("1.0"), "type");
        breaks(place, "exponent", new JsonNumber("1e999999"), "type");
    }

    private void timestamp(Place place) {
        fits(place, "first", Json.of(0));
        fits(place, "last", Json.of(253_402_300_799L));
        fits(place, "text", Json.of("2026-11-23T09:00:00Z"));
        breaks(place, "before", Json.of(-1), "range");
        breaks(place, "after", Json.of(253_402_300_800L), "range");
        breaks(place, "exponent", new JsonNumber("1e999999"), "range");
        breaks(place, "digits", new JsonNumber("9".repeat(10_000)), "range");
        breaks(place, "words", Json.of("tomorrow"), "type");
    }

    private void counts(
            Place place, Bounds bounds, java.util.function.LongFunction<Json> of, String rule) {
        for (long n : outside(bounds)) breaks(place, "outside-" + n, of.apply(n), rule);
        Stream.of(bounds.min(), bounds.max())
                .flatMap(Optional::stream)
                .forEach(n -> fits(place, "bound-" + n, of.apply(n)));
    }

    /// The nearest numbers outside, as far as they can be a count; a range may begin below nought.
    private static List<Long> outside(Bounds bounds) {
        return Stream.of(bounds.min().map(min -> min - 1), bounds.max().map(max -> max + 1))
                .flatMap(Optional::stream)
                .filter(n -> n >= 0)
                .toList();
    }

    private void fits(Place place, String what, Json value) {
        add(place, what, value, Optional.empty(), place.pointer());
    }

    private void breaks(Place place, String what, Json value, String rule) {
        add(place, what, value, Optional.of(rule), place.pointer());
    }

    private void breaks(Place place, String what, Json value, String rule, String member) {
        add(place, what, value, Optional.of(rule), place.pointer().member(member));
    }

    private void add(
            Place place, String what, Json value, Optional<String> rule, JsonPointer pointer) {
        cases.add(
                new ShapeCase(
                        place.pointer() + "/" + what,
                        samples.document(place, value),
                        rule,
                        pointer.shortened()));
    }
}
