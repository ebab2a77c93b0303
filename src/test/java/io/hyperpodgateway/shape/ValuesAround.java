package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
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

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Values on both sides of every constraint of a shape, and values of every other type.
final class ValuesAround {

    private static final String EMOJI = "\uD83D\uDE00";

    private static final List<Json> OF_ANY_TYPE =
            List.of(
                    JsonNull.NULL,
                    Json.of(1),
                    new JsonNumber("1.5"),
                    new JsonNumber("1.0"),
                    new JsonNumber("-1e400"),
                    Json.of(""),
                    Json.of("1"),
                    Json.of(true),
                    JsonObject.EMPTY,
                    new JsonArray(List.of()),
                    new JsonArray(List.of(JsonNull.NULL)));

    private final ServiceModel model;
    private final ModelSamples samples;

    ValuesAround(ServiceModel model) {
        this.model = model;
        this.samples = new ModelSamples(model);
    }

    List<Json> of(Shape shape) {
        return Stream.of(OF_ANY_TYPE.stream(), Stream.of(samples.good(shape)), near(shape))
                .<Json>flatMap(values -> values)
                .toList();
    }

    private Stream<? extends Json> near(Shape shape) {
        return switch (shape) {
            case StructureShape structure -> structures(structure);
            case ListShape list -> counts(list.count()).mapToObj(n -> samples.list(list, n));
            case MapShape map -> maps(map);
            case StringShape string -> texts(string).map(Json::of);
            case EnumShape choice -> choices(choice).map(Json::of);
            case IntegerShape integer -> integers(integer);
            case BooleanShape _ -> Stream.of(Json.of(false), Json.of("true"));
            case TimestampShape _ -> times();
        };
    }

    private Stream<Json> structures(StructureShape shape) {
        var good = (JsonObject) samples.good(shape);
        return Stream.of(
                        Stream.of("Nonesuch", "", "a/b~c", "__proto__")
                                .map(name -> good.with(name, Json.of(1))),
                        shape.required().stream().map(good::without),
                        shape.members().keySet().stream()
                                .map(name -> good.with(name, JsonNull.NULL)))
                .flatMap(structures -> structures);
    }

    private Stream<Json> maps(MapShape shape) {
        Json value = samples.good(model.shape(shape.value()));
        Stream<Json> counted = counts(shape.count()).mapToObj(n -> samples.map(shape, n));
        Stream<Json> named =
                texts((StringShape) model.shape(shape.key())).map(key -> JsonObject.of(key, value));
        return Stream.concat(counted, named);
    }

    private Stream<String> texts(StringShape shape) {
        String good = samples.good(shape).text().orElseThrow();
        Stream<String> sized =
                counts(shape.length())
                        .boxed()
                        .flatMap(n -> Stream.of("a", EMOJI, "!").map(c -> c.repeat(n.intValue())));
        Stream<String> changed =
                Stream.of("\n", "\r\n", " ", "\u0085", "\u00a0", "é", EMOJI, "\u0000", "!")
                        .flatMap(piece -> Stream.of(good + piece, piece + good));
        return Stream.concat(sized, changed);
    }

    private static Stream<String> choices(EnumShape shape) {
        String first = shape.values().getFirst();
        return Stream.concat(
                shape.values().stream(),
                Stream.of(first.toLowerCase(Locale.ROOT), first + " ", first + "\n", "Nonesuch"));
    }

    private static Stream<Json> integers(IntegerShape shape) {
        return Stream.concat(
                around(shape.range()).mapToObj(Json::of),
                Stream.of("-0", "1e0", "1e2", "0.5", "1E400", "9".repeat(300), "-" + "9".repeat(30))
                        .map(JsonNumber::new));
    }

    private static Stream<Json> times() {
        return Stream.concat(
                Stream.of(
                                "-0.0",
                                "-1",
                                "-0.0001",
                                "0.25",
                                "1e9",
                                "253402300799.999",
                                "253402300800")
                        .map(JsonNumber::new),
                Stream.of("2026-11-23T09:00Z", "2026-11-23", "tomorrow", "1795478400", "Z")
                        .map(Json::of));
    }

    private static LongStream counts(Bounds bounds) {
        return around(bounds).filter(count -> count >= 0);
    }

    /// The bounds and what lies next beyond them.
    private static LongStream around(Bounds bounds) {
        return Stream.of(
                        bounds.min().stream().flatMap(min -> Stream.of(min - 1, min)),
                        bounds.max().stream().flatMap(max -> Stream.of(max, max + 1)))
                .flatMap(numbers -> numbers)
                .mapToLong(Long::longValue);
    }
}
