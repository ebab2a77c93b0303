package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;
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
import io.hyperpodgateway.text.NearestNames;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Recognises values that nobody filled in: empty strings, empty lists and zeros where these are
/// not allowed, and what holds nothing else. `aws sagemaker create-cluster --generate-cli-skeleton`
/// writes every member so, with `true` for each boolean, some value for each enum and 1970 for each
/// time: those are placeholders too in a document that is such a skeleton.
final class PlaceholderValues {

    /// As many empty strings and zeros as make a skeleton.
    private static final int SKELETON = 10;

    private static final Json NO_ITEMS = new JsonArray(List.of());

    private static final String NAME = "clustername";

    /// Which of its members is named chooses the orchestrator, whatever that holds.
    private static final String CHOICE = "ClusterOrchestrator";

    private static final Pattern ZERO = Pattern.compile("-?0(\\.0+)?");

    private static final String EPOCH = "1970-01-01T00:00:00";

    private final ServiceModel model;
    private final boolean isSkeleton;
    private final int count;

    PlaceholderValues(ServiceModel model, JsonObject document) {
        this.model = model;
        this.count = count(document);
        this.isSkeleton =
                document.stream()
                                .anyMatch(member ->
                                        isEmpty(member.getValue())
                                                && NearestNames.fold(member.getKey()).equals(NAME))
                        || count >= SKELETON;
    }

    private static int count(Json value) {
        int count = isEmpty(value) ? 1 : 0;
        if (value instanceof JsonArray(var items)) {
            for (Json item : items) count += count(item);
        } else if (value instanceof JsonObject object) {
            for (Json member : object.members().values()) count += count(member);
        }
        return count;
    }

    /// Whether the value is an empty string or zero.
    static boolean isEmpty(Json value) {
        return switch (value) {
            case JsonString(var text) -> text.isEmpty();
            case JsonNumber(var digits) -> ZERO.matcher(digits).matches();
            case Json _ -> false;
        };
    }

    /// The rule that the whole document breaks, if it is a skeleton of which nothing was filled in.
    Optional<String> ruleOfSkeleton(StructureShape shape, JsonObject document) {
        return count >= SKELETON && isPlaceholder(shape, document)
                ? firstBroken(shape, document)
                : Optional.empty();
    }

    /// The rule that the value breaks, if it is a placeholder that is not allowed.
    Optional<String> brokenRule(Shape shape, Json value) {
        return isPlaceholder(shape, value) ? firstBroken(shape, value) : Optional.empty();
    }

    private boolean isPlaceholder(Shape shape, Json value) {
        return switch (value) {
            case JsonNull _ -> true;
            case JsonString(var text) -> text.isEmpty() || isFiller(shape, text);
            case JsonNumber _ -> shape instanceof IntegerShape && isEmpty(value);
            case JsonBoolean _ -> isSkeleton && shape instanceof BooleanShape;
            case JsonArray(var items) ->
                    shape instanceof ListShape list && isPlaceholder(list, items);
            case JsonObject object ->
                    (isSkeleton || !object.members().isEmpty()) && isPlaceholder(shape, object);
        };
    }

    /// A placeholder that is an item or the value of a map: a null there is none.
    private boolean isPlaceholderItem(Shape shape, Json value) {
        return !(value instanceof JsonNull) && isPlaceholder(shape, value);
    }

    /// Outside a skeleton somebody may have begun to fill in the items.
    private boolean isPlaceholder(ListShape list, List<Json> items) {
        Shape of = model.shape(list.item());
        return items.isEmpty()
                || ((isSkeleton || !(of instanceof StructureShape))
                        && items.stream().allMatch(item -> isPlaceholderItem(of, item)));
    }

    private boolean isFiller(Shape shape, String text) {
        return switch (shape) {
            case IntegerShape _ -> text.equals("0");
            case EnumShape choice ->
                    isSkeleton
                            && (choice.values().contains(text)
                                    || ValueCoercion.choice(choice, text).isPresent());
            case TimestampShape _ -> isSkeleton && text.startsWith(EPOCH);
            case BooleanShape _ ->
                    isSkeleton && ValueCoercion.coerced(shape, Json.of(text)).isPresent();
            case Shape _ -> false;
        };
    }

    private boolean isPlaceholder(Shape shape, JsonObject object) {
        return switch (shape) {
            case StructureShape structure ->
                    (isSkeleton
                                    || (!structure.name().startsWith(CHOICE)
                                            && !isHalfFilled(structure, object)))
                            && object.stream().allMatch(member -> isPlaceholder(structure, member));
            case MapShape map ->
                    object.members().values().stream()
                            .allMatch(value -> isPlaceholderItem(model.shape(map.value()), value));
            case ListShape list -> isPlaceholder(list, List.of(object));
            case Shape _ -> false;
        };
    }

    private boolean isPlaceholder(StructureShape structure, Map.Entry<String, Json> member) {
        return member(structure, member.getKey())
                .map(of -> isPlaceholder(of, member.getValue()))
                .orElseGet(() -> isEmpty(member.getValue()));
    }

    /// Whether somebody wrote an empty list into it and left out members that are required.
    private static boolean isHalfFilled(StructureShape structure, JsonObject object) {
        return object.members().containsValue(NO_ITEMS)
                && !object.members().keySet().containsAll(structure.required());
    }

    /// The member of that name, or the one of which it is a misspelt name.
    private Optional<Shape> member(StructureShape structure, String name) {
        return structure
                .member(name)
                .or(() ->
                        NameMatch.of(name, structure.members().keySet())
                                .certain()
                                .flatMap(structure::member))
                .map(model::shape);
    }

    /// The first rule that a part of a placeholder breaks.
    private Optional<String> firstBroken(Shape shape, Json value) {
        return switch (value) {
            case JsonArray(var items) when shape instanceof ListShape list && items.isEmpty() ->
                    Optional.of("items").filter(_ -> !list.count().hold(0));
            case JsonArray(var items) when shape instanceof ListShape list ->
                    items.stream()
                            .flatMap(item -> firstBroken(model.shape(list.item()), item).stream())
                            .findFirst();
            case JsonObject object when shape instanceof StructureShape structure ->
                    object.stream()
                            .flatMap(member ->
                                    member(structure, member.getKey())
                                            .flatMap(of -> firstBroken(of, member.getValue()))
                                            .stream())
                            .findFirst();
            case JsonObject object when shape instanceof ListShape list ->
                    firstBroken(model.shape(list.item()), object);
            case JsonString(var text) when text.isEmpty() || shape instanceof TimestampShape ->
                    firstBroken(shape, text);
            case JsonNumber _ when shape instanceof IntegerShape integer ->
                    Optional.of("range").filter(_ -> !integer.range().hold(0));
            case Json _ -> Optional.empty();
        };
    }

    private static Optional<String> firstBroken(Shape shape, String text) {
        return switch (shape) {
            case StringShape string when !string.fits(text) -> Optional.of("length");
            case StringShape string when !string.matches(text) -> Optional.of("pattern");
            case StringShape _ -> Optional.empty();
            case EnumShape choice when choice.values().contains(text) -> Optional.empty();
            case EnumShape choice ->
                    Optional.of(choice.isInstanceType() ? "unknown-instance-type" : "enum");
            case Shape _ -> Optional.of("type");
        };
    }
}
