package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Makes values that satisfy the model's shapes, and documents around them.
final class ModelSamples {

    private static final String KEY = "key0";

    /// What satisfies the patterns that a run of one letter does not.
    private static final Map<String, String> GOOD =
            Map.ofEntries(
                    Map.entry("S3Uri", "s3://bucket/key"),
                    Map.entry("RoleArn", "arn:aws:iam::111122223333:role/x"),
                    Map.entry("ClusterDnsName", "fs-01234567.fsx.us-east-1.amazonaws.com"),
                    Map.entry("ClusterFsxMountPath", "/fsx"),
                    Map.entry(
                            "TrainingPlanArn",
                            "arn:aws:sagemaker:us-east-1:111122223333:training-plan/plan"),
                    Map.entry("ImageId", "default"),
                    Map.entry("ImageReleaseVersion", "1.2.3"),
                    Map.entry("EksClusterArn", "arn:aws:eks:us-east-1:111122223333:cluster/main"),
                    Map.entry(
                            "ClusterAccountingDatabaseSecretArn",
                            "arn:aws:secretsmanager:us-east-1:111122223333:secret:db"));

    private final ServiceModel model;

    ModelSamples(ServiceModel model) {
        this.model = model;
    }

    /// A place of the document and the shape of the value there.
    record Place(List<String> steps, Shape shape) {

        JsonPointer pointer() {
            return JsonPointer.of(steps);
        }

        Place below(String step) {
            var longer = new ArrayList<>(steps);
            longer.add(step);
            return new Place(longer, shape);
        }

        Place below(String step, Shape of) {
            return new Place(below(step).steps(), of);
        }

        @Override
        public String toString() {
            return pointer() + ": " + shape.name();
        }
    }

    /// Every place below the document itself.
    List<Place> places() {
        var places = new ArrayList<Place>();
        collect(new Place(List.of(), model.input()), places);
        return places.subList(1, places.size());
    }

    private void collect(Place place, List<Place> places) {
        places.add(place);
        children(place).forEach(child -> collect(child, places));
    }

    private Stream<Place> children(Place place) {
        return switch (place.shape()) {
            case StructureShape shape ->
                    shape.members().entrySet().stream()
                            .map(m -> place.below(m.getKey(), model.shape(m.getValue())));
            case ListShape shape -> Stream.of(place.below("0", model.shape(shape.item())));
            case MapShape shape -> Stream.of(place.below(KEY, model.shape(shape.value())));
            case StringShape _, EnumShape _, IntegerShape _, BooleanShape _, TimestampShape _ ->
                    Stream.of();
        };
    }

    /// A document that is right but for the value at that place.
    JsonObject document(Place place, Json value) {
        return (JsonObject) around(model.input(), place.steps(), value);
    }

    private Json around(Shape shape, List<String> steps, Json value) {
        if (steps.isEmpty()) return value;
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        return switch (shape) {
            case StructureShape structure ->
                    beside(structure, step, rest.isEmpty() && value instanceof JsonNull)
                            .with(step, around(member(structure, step), rest, value));
            case ListShape list ->
                    new JsonArray(List.of(around(model.shape(list.item()), rest, value)));
            case MapShape map -> JsonObject.of(step, around(model.shape(map.value()), rest, value));
            case StringShape _, EnumShape _, IntegerShape _, BooleanShape _, TimestampShape _ ->
                    throw new IllegalArgumentException("nothing is below " + shape.name());
        };
    }

    /// The members beside another one; of a union those of a null alone.
    private JsonObject beside(StructureShape shape, String member, boolean isNull) {
        if (!shape.union()) return (JsonObject) good(shape);
        return shape.members().keySet().stream()
                .filter(other -> isNull && !other.equals(member))
                .findFirst()
                .map(other -> JsonObject.of(other, good(member(shape, other))))
                .orElse(JsonObject.EMPTY);
    }

    private Shape member(StructureShape shape, String name) {
        return model.shape(shape.member(name).orElseThrow());
    }

    /// A value that satisfies the shape: of an object what is required, of a list the least.
    Json good(Shape shape) {
        return switch (shape) {
            case StructureShape structure -> {
                JsonObject object = JsonObject.EMPTY;
                for (String member : needed(structure)) {
                    object = object.with(member, good(member(structure, member)));
                }
                yield object;
            }
            case ListShape list -> list(list, list.count().min().orElse(0L));
            case MapShape map -> map(map, map.count().min().orElse(0L));
            case StringShape string -> Json.of(text(string));
            case EnumShape choice -> Json.of(choice.values().getFirst());
            case IntegerShape integer -> Json.of(integer.range().min().orElseThrow());
            case BooleanShape _ -> Json.of(true);
            case TimestampShape _ -> Json.of(0);
        };
    }

    private static List<String> needed(StructureShape shape) {
        return shape.union()
                ? List.of(shape.members().firstEntry().getKey())
                : List.copyOf(shape.required());
    }

    /// A list of so many good items.
    JsonArray list(ListShape shape, long count) {
        return new JsonArray(Collections.nCopies((int) count, good(model.shape(shape.item()))));
    }

    /// A map of so many good entries.
    JsonObject map(MapShape shape, long count) {
        Json value = good(model.shape(shape.value()));
        return LongStream.range(0, count)
                .mapToObj(i -> "key" + i)
                .reduce(JsonObject.EMPTY, (map, key) -> map.with(key, value), (one, _) -> one);
    }

    private static String text(StringShape shape) {
        String letters = "a".repeat(Math.max(1, shape.length().min().orElse(0L).intValue()));
        String text = GOOD.getOrDefault(shape.name(), letters);
        return shape.matches(text) ? text : PatternSample.of(shape).orElse(text);
    }

    /// A text of a length that the shape allows and its pattern does not, if there is such a text.
    Optional<String> mismatch(StringShape shape) {
        int length = Math.max(1, shape.length().min().orElse(0L).intValue());
        return Stream.of("!", " ", "\n", "\0", "")
                .map(letter -> letter.repeat(length))
                .filter(text -> shape.fits(text) && !shape.matches(text))
                .findFirst();
    }
}
