package io.hyperpodgateway.shape;

import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.Bounds;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.BooleanShape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.IntegerShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.model.Shape.TimestampShape;
import io.hyperpodgateway.shape.ModelSamples.Place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Walks the model to every place that a document may have. At each it puts values that keep and
/// break each constraint of the shape there, and expects that finding at that place and no other.
class ModelConstraintsTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();
    private static final ModelSamples SAMPLES = new ModelSamples(MODEL);

    private final ShapeValidator validator = new ShapeValidator(MODEL, Level.WARN);

    @ParameterizedTest
    @MethodSource("places")
    void holdsEveryConstraintOfThePlace(Place place) {
        expectNothing(place, SAMPLES.good(place.shape()));
        expect(place, JsonNull.NULL, "null");
        switch (place.shape()) {
            case StructureShape shape -> structure(place, shape);
            case ListShape shape -> list(place, shape);
            case MapShape shape -> map(place, shape);
            case StringShape shape -> string(place, shape);
            case EnumShape shape -> choice(place, shape);
            case IntegerShape shape -> integer(place, shape);
            case BooleanShape _ -> ofType(place, JsonBoolean.class);
            case TimestampShape _ -> timestamp(place);
        }
    }

    @Test
    void reachesEveryShape() {
        assertThat(SAMPLES.places().stream().map(place -> place.shape().name()))
                .containsAll(
                        MODEL.shapes().values().stream()
                                .filter(shape -> shape != MODEL.input() && !isKey(shape.name()))
                                .map(Shape::name)
                                .toList())
                .hasSizeGreaterThan(150);
    }

    static List<Place> places() {
        return SAMPLES.places();
    }

    private void structure(Place place, StructureShape shape) {
        ofType(place, JsonObject.class);
        var good = (JsonObject) SAMPLES.good(shape);
        expectAt(
                place.below("Nonesuch"),
                place,
                good.with("Nonesuch", Json.of(1)),
                "unknown-member");
        for (String member : shape.required()) {
            expectAt(place.below(member), place, good.without(member), "required");
        }
        assertThat(shape.members().keySet()).containsAll(shape.required());
    }

    private void list(Place place, ListShape shape) {
        ofType(place, JsonArray.class);
        counts(shape.count()).forEach(n -> expectNothing(place, SAMPLES.list(shape, n)));
        badCounts(shape.count()).forEach(n -> expect(place, SAMPLES.list(shape, n), "items"));
    }

    private void map(Place place, MapShape shape) {
        ofType(place, JsonObject.class);
        counts(shape.count()).forEach(n -> expectNothing(place, SAMPLES.map(shape, n)));
        badCounts(shape.count()).forEach(n -> expect(place, SAMPLES.map(shape, n), "items"));
        if (MODEL.shape(shape.key()) instanceof StringShape key) names(place, shape, key);
    }

    private void names(Place place, MapShape shape, StringShape key) {
        Json value = SAMPLES.good(MODEL.shape(shape.value()));
        for (long length : badCounts(key.length()).toList()) {
            String bad = "a".repeat((int) length);
            expectAt(place.below(bad), place, JsonObject.of(bad, value), "length");
        }
        SAMPLES.mismatch(key)
                .ifPresent(bad ->
                        expectAt(place.below(bad), place, JsonObject.of(bad, value), "pattern"));
    }

    private void string(Place place, StringShape shape) {
        ofType(place, Json.of("").getClass());
        for (long length : badCounts(shape.length()).toList()) {
            expect(place, Json.of("\uD83D\uDE00".repeat((int) length)), "length");
        }
        for (long length : counts(shape.length()).toList()) {
            Json text = Json.of("\uD83D\uDE00".repeat((int) length));
            assertThat(rules(place, text)).doesNotContain("length");
        }
        SAMPLES.mismatch(shape).ifPresent(text -> expect(place, Json.of(text), "pattern"));
    }

    private void choice(Place place, EnumShape shape) {
        ofType(place, Json.of("").getClass());
        shape.values().forEach(value -> expectNothing(place, Json.of(value)));
        boolean isType = shape.name().equals("ClusterInstanceType");
        for (String value : List.of("", "Nonesuch", shape.values().getFirst() + " ")) {
            expect(place, Json.of(value), isType ? "unknown-instance-type" : "enum");
        }
    }

    private void integer(Place place, IntegerShape shape) {
        ofType(place, JsonNumber.class);
        counts(shape.range()).forEach(n -> expectNothing(place, Json.of(n)));
        LongStream.of(shape.range().min().orElseThrow() - 1, shape.range().max().orElseThrow() + 1)
                .forEach(n -> expect(place, Json.of(n), "range"));
        expect(place, new JsonNumber("9".repeat(100)), "range");
        expect(place, new JsonNumber("-" + "9".repeat(100)), "range");
        expect(place, new JsonNumber("1.0"), "type");
        expect(place, new JsonNumber("1e0"), "type");
    }

    private void timestamp(Place place) {
        expectNothing(place, Json.of("2026-11-23T09:00:00Z"));
        expect(place, Json.of(-1), "range");
        expect(place, Json.of("tomorrow"), "type");
        expect(place, Json.of(true), "type");
    }

    /// A value of every other kind is of the wrong type.
    private void ofType(Place place, Class<? extends Json> kind) {
        Stream.of(
                        Json.of(1),
                        Json.of("1"),
                        Json.of(true),
                        JsonObject.EMPTY,
                        new JsonArray(List.of()))
                .filter(value -> !kind.isInstance(value))
                .forEach(value -> expect(place, value, "type"));
    }

    private void expectNothing(Place place, Json value) {
        assertThat(summaries(validator.check(SAMPLES.document(place, value)))).isEmpty();
    }

    private void expect(Place place, Json value, String rule) {
        expectAt(place, place, value, rule);
    }

    private void expectAt(Place finding, Place place, Json value, String rule) {
        assertThat(summaries(validator.check(SAMPLES.document(place, value))))
                .containsExactly(rule + " " + finding.pointer());
    }

    private List<String> rules(Place place, Json value) {
        return validator.check(SAMPLES.document(place, value)).stream().map(Finding::rule).toList();
    }

    private static Stream<Long> counts(Bounds bounds) {
        return Stream.of(bounds.min(), bounds.max()).flatMap(bound -> bound.stream());
    }

    private static Stream<Long> badCounts(Bounds bounds) {
        return Stream.of(bounds.min().map(min -> min - 1), bounds.max().map(max -> max + 1))
                .flatMap(bound -> bound.stream())
                .filter(count -> count >= 0);
    }

    private static boolean isKey(String shape) {
        return MODEL.shapes().values().stream()
                .anyMatch(map -> map instanceof MapShape(_, var key, _, _) && key.equals(shape));
    }
}
