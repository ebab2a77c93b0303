package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.model.Bounds;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.BooleanShape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.IntegerShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.model.Shape.TimestampShape;
import io.hyperpodgateway.model.ShapePattern;
import io.hyperpodgateway.text.Excerpt;

import java.util.Collection;
import java.util.Optional;

/// Writes the findings on values: the value, then what is allowed.
///
/// @param unknownInstanceType the level of findings on instance types that the model does not know:
///   AWS brings new ones faster than models
/// @param example shows what objects look like
record ShapeMessages(Level unknownInstanceType, ShapeExample example) {

    private static final String UNKNOWN_INSTANCE_TYPE = "unknown-instance-type";

    private static final int LONGEST_NUMBER = 60;

    Finding isMissing(JsonPointer at) {
        return error("required", at, "is missing, it is required");
    }

    Finding isNull(JsonPointer at) {
        return error("null", at, "is null, a value is needed");
    }

    Finding isNullAndRequired(JsonPointer at) {
        return error("null", at, "is null and required, a value is needed");
    }

    Finding isNullAndOptional(JsonPointer at) {
        return finding("null", Level.WARN, at, "is null, which is read as left out; leave it out");
    }

    /// A placeholder where no value is needed.
    ///
    /// @param rule the rule that it breaks
    /// @param leftOut what is to be left out: the value, or what holds nothing else
    Finding placeholder(Node value, String rule, JsonPointer leftOut) {
        String is =
                value.parts().isEmpty()
                        ? "is " + (value.json().equals(Json.of(0)) ? "0" : "empty")
                        : "holds nothing but empty values";
        String what = value.sent().equals(leftOut) ? "it" : leftOut.excerpt();
        Level level = rule.equals(UNKNOWN_INSTANCE_TYPE) ? unknownInstanceType : Level.ERROR;
        return finding(rule, level, value.sent(), is + ", leave " + what + " out");
    }

    /// A whole document that holds nothing but placeholders.
    ///
    /// @param rule the first rule that it breaks
    Finding skeleton(JsonPointer at, String rule, Collection<String> required) {
        return Finding.of(
                Source.SHAPE,
                rule,
                Level.ERROR,
                at,
                "the request is a skeleton that holds nothing but empty values: fill in "
                        + String.join(", ", required)
                        + " and what else you need, leave the rest out");
    }

    /// The only item of a list in the place of the list.
    Finding itemWithoutList(JsonPointer at, Json value, Shape shape) {
        return notAllowed("type", at, shown(value), kind(shape) + " of such values is", "");
    }

    /// @param held how many of its members the union holds
    Finding union(JsonPointer at, int held, StructureShape shape) {
        String predicate =
                "holds %s of the members of %s, exactly one is allowed: "
                        .formatted(held == 0 ? "none" : held, shape.name());
        return error("union", at, withList(at, predicate, shape.members().keySet()));
    }

    Finding type(JsonPointer at, Json value, Shape shape) {
        Optional<String> function = IntrinsicFunction.of(value);
        return notAllowed(
                "type",
                at,
                function.map(name -> name + ", which only CloudFormation resolves")
                        .orElseGet(() -> shown(value)),
                kind(shape) + " is",
                function.isPresent() ? "" : example.of(shape, value));
    }

    Finding timestamp(JsonPointer at, Json value) {
        return notAllowed(
                "type",
                at,
                shown(value),
                "epoch seconds or an ISO 8601 time with offset such as 2026-11-23T09:00:00Z is",
                "");
    }

    /// A text that is too long or too short: it is not matched against the pattern, whose
    /// description is shown.
    Finding length(JsonPointer at, String text, StringShape shape) {
        int length = text.codePointCount(0, text.length());
        return function("length", at, text)
                .orElseGet(() ->
                        notAllowed(
                                "length",
                                at,
                                "%s of length %d".formatted(Excerpt.quoted(text), length),
                                shape.length().brokenBy(length) + " is",
                                description(shape)));
    }

    /// The pattern is cut where it does not fit into the sentence.
    Finding pattern(JsonPointer at, String text, StringShape shape) {
        String pattern = shape.pattern().map(ShapePattern::toString).orElse("");
        String before = "is %s, what matches ".formatted(Excerpt.quoted(text));
        String after = " is allowed" + description(shape);
        int room = Math.max(1, room(at, before + after) - 1);
        return function("pattern", at, text)
                .orElseGet(() -> error("pattern", at, before + Excerpt.cut(pattern, room) + after));
    }

    /// A text that is a function of CloudFormation in its short form.
    private static Optional<Finding> function(String rule, JsonPointer at, String text) {
        return IntrinsicFunction.of(Json.of(text))
                .map("is %s, which only CloudFormation resolves; send the value"::formatted)
                .map(predicate -> error(rule, at, predicate));
    }

    private static String description(StringShape shape) {
        return PatternDescriptions.of(shape.name()).map(": "::concat).orElse("");
    }

    Finding choice(JsonPointer at, String text, EnumShape shape, String hint) {
        String quoted = Excerpt.quoted(text);
        int known = shape.values().size();
        return shape.isInstanceType()
                ? finding(
                        UNKNOWN_INSTANCE_TYPE,
                        unknownInstanceType,
                        at,
                        "is %s, which is none of the %d instance types known here%s"
                                .formatted(quoted, known, hint))
                : notAllowed(
                        "enum", at, quoted, "one of " + Excerpt.list(shape.values()) + " is", hint);
    }

    Finding items(JsonPointer at, int count, Bounds bounds) {
        return error(
                "items",
                at,
                "has %d items, %s are allowed".formatted(count, bounds.brokenBy(count)));
    }

    Finding range(JsonPointer at, Json value, String allowed) {
        return notAllowed("range", at, shown(value), allowed + " is", "");
    }

    /// A finding on a member's name, which has the same place as one on its value.
    Finding ofName(Finding onText) {
        return Finding.of(
                Source.SHAPE,
                onText.rule(),
                Level.ERROR,
                onText.pointer(),
                Excerpt.sentence("the name of " + onText.message()));
    }

    private static Finding notAllowed(
            String rule, JsonPointer at, String value, String allowed, String hint) {
        return error(rule, at, "is " + value + ", " + allowed + " allowed" + hint);
    }

    static Finding error(String rule, JsonPointer at, String predicate) {
        return finding(rule, Level.ERROR, at, predicate);
    }

    private static Finding finding(String rule, Level level, JsonPointer at, String predicate) {
        return Finding.of(Source.SHAPE, rule, level, at, Phrase.of(predicate));
    }

    /// The predicate with as many names behind it as fit into the sentence.
    static String withList(JsonPointer at, String predicate, Collection<String> names) {
        return predicate + Excerpt.list(names, room(at, predicate));
    }

    /// As many characters as are left of a sentence on that place.
    private static int room(JsonPointer at, String predicate) {
        return Excerpt.MAX_SENTENCE - at.excerpt().length() - 1 - predicate.length();
    }

    private static String kind(Shape shape) {
        return switch (shape) {
            case StructureShape _, MapShape _ -> "an object";
            case ListShape _ -> "an array";
            case StringShape _, EnumShape _ -> "a string";
            case IntegerShape _ -> "an integer (no fraction, no exponent, no quotes)";
            case BooleanShape _ -> "true or false";
            case TimestampShape _ -> "a time";
        };
    }

    private static String shown(Json value) {
        return switch (value) {
            case JsonObject _, JsonArray _, JsonNull _ -> value.kind();
            case JsonString(var text) -> Excerpt.quoted(text);
            case JsonNumber(var digits) -> Excerpt.cut(digits, LONGEST_NUMBER);
            case JsonBoolean(var truth) -> Boolean.toString(truth);
        };
    }
}
