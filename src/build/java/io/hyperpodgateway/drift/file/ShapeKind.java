package io.hyperpodgateway.drift.file;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kind of value that a shape describes.
public enum ShapeKind {
    STRUCTURE("an object"),
    LIST("a list"),
    MAP("a map"),
    CHOICE("one of "),
    TEXT("a text"),
    INTEGER("an integer"),
    BOOLEAN("true or false"),
    TIMESTAMP("a time"),
    OTHER("a value of type ");

    private static final int MOST_VALUES = 8;

    private final String words;

    ShapeKind(String words) {
        this.words = words;
    }

    public static ShapeKind of(JsonObject shape) {
        return switch (type(shape)) {
            case "structure" -> STRUCTURE;
            case "list" -> LIST;
            case "map" -> MAP;
            case "string" -> shape.get("enum").isPresent() ? CHOICE : TEXT;
            case "integer", "long" -> INTEGER;
            case "boolean" -> BOOLEAN;
            case "timestamp" -> TIMESTAMP;
            default -> OTHER;
        };
    }

    /// A description of the shape's values.
    public static String describe(JsonObject shape) {
        ShapeKind shapeKind = of(shape);
        return switch (shapeKind) {
            case CHOICE -> shapeKind.words + choices(shape);
            case OTHER -> shapeKind.words + type(shape);
            case STRUCTURE, LIST, MAP, TEXT, INTEGER, BOOLEAN, TIMESTAMP ->
                    shapeKind.words + bounds(shapeKind, shape);
        };
    }

    /// What the bounds of such a shape apply to.
    public String measure() {
        return switch (this) {
            case LIST -> "number of items ";
            case MAP -> "number of entries ";
            case TEXT -> "length ";
            case STRUCTURE, CHOICE, INTEGER, BOOLEAN, TIMESTAMP, OTHER -> "";
        };
    }

    /// The effective bound: the minimum of a length is 0 if the model has none, and the bounds of a
    /// number are those of its width.
    public Optional<Long> bound(JsonObject shape, String name) {
        return switch (this) {
            case LIST, MAP, TEXT ->
                    name.equals("min")
                            ? Optional.of(shape.integer(name).orElse(0L))
                            : shape.integer(name);
            case INTEGER -> Optional.of(shape.integer(name).orElse(width(shape, name)));
            case STRUCTURE, CHOICE, BOOLEAN, TIMESTAMP, OTHER -> Optional.empty();
        };
    }

    private static long width(JsonObject shape, String bound) {
        boolean wide = type(shape).equals("long");
        if (bound.equals("min")) return wide ? Long.MIN_VALUE : Integer.MIN_VALUE;
        return wide ? Long.MAX_VALUE : Integer.MAX_VALUE;
    }

    private static String bounds(ShapeKind shapeKind, JsonObject shape) {
        Optional<Long> max = shape.integer("max");
        if (max.isEmpty()) return "";
        long min = shape.integer("min").orElse(0L);
        return switch (shapeKind) {
            case LIST -> " of %d to %d items".formatted(min, max.get());
            case MAP -> " of %d to %d entries".formatted(min, max.get());
            case TEXT -> " of %d to %d characters".formatted(min, max.get());
            case INTEGER -> " from %d to %d".formatted(min, max.get());
            case STRUCTURE, CHOICE, BOOLEAN, TIMESTAMP, OTHER -> "";
        };
    }

    private static String choices(JsonObject shape) {
        List<Json> values = shape.items("enum");
        if (values.size() > MOST_VALUES) return values.size() + " values";
        return values.stream().flatMap(v -> v.text().stream()).collect(Collectors.joining(", "));
    }

    private static String type(JsonObject shape) {
        return shape.text("type").orElse("nothing");
    }
}
