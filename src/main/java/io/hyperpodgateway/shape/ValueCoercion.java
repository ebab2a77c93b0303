package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.BooleanShape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.IntegerShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.model.Shape.TimestampShape;
import io.hyperpodgateway.model.Timestamps;
import io.hyperpodgateway.text.NearestNames;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The values that are certainly right where ones were sent that their shapes do not allow.
final class ValueCoercion {

    /// At most 19 digits: every integer that has a range fits.
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

    /// An integer with a fraction of zeros.
    private static final Pattern WHOLE = Pattern.compile("(-?[0-9]+)\\.0+");

    /// A number that can be read in one way as a text.
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,30}(?:\\.[0-9]{1,30})?");

    private static final String ML = "ml.";

    /// The longest item, in characters, that a fix repeats in full.
    private static final int LONGEST_ITEM = 16_384;

    private static final int LONGEST_NUMBER = 100;

    private static final int LONGEST_CHOICE = NearestNames.LONGEST;

    private ValueCoercion() {}

    /// The value of the shape's type: of a number or boolean that was sent as a string or the other
    /// way round, or of an integer with a fraction of zeros.
    static Optional<Json> coerced(Shape shape, Json value) {
        if (shape instanceof StringShape text) return quoted(text, value);
        return value instanceof JsonNumber(var digits)
                ? whole(shape, digits)
                : unquoted(shape, value);
    }

    private static Optional<Json> quoted(StringShape shape, Json value) {
        Optional<String> plain =
                switch (value) {
                    case JsonNumber(var digits) when PLAIN.matcher(digits).matches() ->
                            Optional.of(digits);
                    case JsonBoolean(var truth) -> Optional.of(Boolean.toString(truth));
                    case Json _ -> Optional.empty();
                };
        return plain.filter(text -> shape.fits(text) && shape.matches(text)).map(Json::of);
    }

    private static Optional<Json> whole(Shape shape, String digits) {
        if (!(shape instanceof IntegerShape integer) || digits.length() > LONGEST_NUMBER)
            return Optional.empty();
        Matcher whole = WHOLE.matcher(digits);
        return whole.matches() ? number(integer, whole.group(1)) : Optional.empty();
    }

    private static Optional<Json> unquoted(Shape shape, Json value) {
        if (!(value instanceof JsonString(var text))) return Optional.empty();
        return switch (shape) {
            case IntegerShape integer -> number(integer, text);
            case BooleanShape _ -> bool(text);
            case Shape _ -> Optional.empty();
        };
    }

    /// The one choice that differs from the text in letter case and separators alone, or by a typo;
    /// for instance types, whose separators and digits matter, in letter case or the `ml.` before
    /// them.
    static Optional<String> choice(EnumShape shape, String text) {
        if (text.length() > LONGEST_CHOICE) return Optional.empty();
        if (shape.isInstanceType()) {
            String type = text.toLowerCase(Locale.ROOT);
            return Stream.of(type, ML + type).filter(shape.values()::contains).findFirst();
        }
        String folded = NearestNames.fold(text);
        List<String> alike =
                shape.values().stream()
                        .filter(value -> NearestNames.fold(value).equals(folded))
                        .toList();
        if (alike.size() == 1) return Optional.of(alike.getFirst());
        return alike.isEmpty() ? NameMatch.of(text, shape.values()).certain() : Optional.empty();
    }

    /// Whether a value in place of a list is the only item of it: it is like such an item, if not a
    /// valid one.
    ///
    /// @param item the shape of the list's items
    static boolean isOnlyItem(ListShape list, Shape item, Json value) {
        if (!list.count().hold(1) || IntrinsicFunction.of(value).isPresent()) return false;
        boolean isLike =
                switch (value) {
                    case JsonString(var text) -> !text.isBlank() && fits(item, value);
                    case JsonObject object ->
                            item instanceof StructureShape of && isLike(of, object);
                    case Json _ -> fits(item, value);
                };
        return isLike && value.toText().length() <= LONGEST_ITEM;
    }

    private static boolean isLike(StructureShape shape, JsonObject object) {
        return object.members().keySet().stream()
                .anyMatch(
                        name -> NameMatch.of(name, shape.members().keySet()).certain().isPresent());
    }

    /// Whether a value can be one of the shape, repaired where it must be: a name that is only like
    /// a member is taken for it if its value fits.
    static boolean fits(Shape shape, Json value) {
        return switch (shape) {
            case StructureShape _, MapShape _ -> value instanceof JsonObject;
            case ListShape _ -> value instanceof JsonArray;
            case StringShape _ -> value instanceof JsonString;
            case EnumShape choice -> fits(choice, value);
            case IntegerShape _ ->
                    (value instanceof JsonNumber number && number.isInteger())
                            || coerced(shape, value).isPresent();
            case BooleanShape _ ->
                    value instanceof JsonBoolean || coerced(shape, value).isPresent();
            case TimestampShape _ -> Timestamps.epochSeconds(value).isPresent();
        };
    }

    private static boolean fits(EnumShape shape, Json value) {
        if (!(value instanceof JsonString(var text))) return false;
        return shape.isInstanceType()
                ? text.toLowerCase(Locale.ROOT).startsWith(ML) || choice(shape, text).isPresent()
                : shape.values().contains(text) || choice(shape, text).isPresent();
    }

    private static Optional<Json> number(IntegerShape shape, String text) {
        if (!INTEGER.matcher(text).matches()) return Optional.empty();
        var number = new JsonNumber(text);
        return number.asLong().filter(shape.range()::hold).map(_ -> number);
    }

    private static Optional<Json> bool(String text) {
        return switch (text) {
            case "true", "True", "TRUE" -> Optional.of(Json.of(true));
            case "false", "False", "FALSE" -> Optional.of(Json.of(false));
            case String _ -> Optional.empty();
        };
    }
}
