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
import io.hyperpodgateway.shape.KnownPlaces.KnownPlace;
import io.hyperpodgateway.text.Excerpt;

import java.util.Collection;
import java.util.Optional;

/// Writes the sentences of the shape check: the subject first, the value, then what is allowed.
///
/// @param unknownInstanceType how much a type weighs that the model does not know: AWS brings new
///   ones faster than models
/// @param example shows what objects look like
record ShapeFindings(Level unknownInstanceType, ShapeExample example) {

    private static final int LONGEST_QUOTE = 60;

    Finding required(JsonPointer at) {
        return error("required", at, "is missing, it is required");
    }

    Finding nothing(JsonPointer at) {
        return error("null", at, "is null, a value is needed");
    }

    /// A null in the place of a member that has to be there.
    Finding requiredNothing(JsonPointer at) {
        return error("null", at, "is null and required, a value is needed");
    }

    /// A null in the place of a member that may be left out.
    Finding absent(JsonPointer at) {
        return Finding.of(
                Source.SHAPE,
                "null",
                Level.WARN,
                at,
                Phrase.of("is null, which is read as left out; leave it out"));
    }

    /// A value that nobody filled in, where none is needed.
    ///
    /// @param rule the rule that it breaks
    /// @param leftOut what is to be left out: the value, or what holds nothing else
    Finding blank(Node value, String rule, JsonPointer leftOut) {
        String told =
                !value.members().isEmpty() || !value.items().isEmpty()
                        ? "holds nothing but empty values"
                        : "is " + (value.json().equals(Json.of(0)) ? "0" : "empty");
        String what = value.sent().equals(leftOut) ? "it" : subject(leftOut);
        Level level = rule.equals("unknown-instance-type") ? unknownInstanceType : Level.ERROR;
        return Finding.of(
                Source.SHAPE,
                rule,
                level,
                value.sent(),
                Phrase.of(told + ", leave " + what + " out"));
    }

    /// A whole document of which nobody filled in anything.
    ///
    /// @param rule the first rule that it breaks
    /// @param required the members that have to be there
    Finding skeleton(String rule, Collection<String> required, JsonPointer place) {
        return Finding.of(
                Source.SHAPE,
                rule,
                Level.ERROR,
                place,
                Phrase.sentence(
                        "the request is a skeleton that holds nothing but empty values: fill in "
                                + String.join(", ", required)
                                + " and what else you need, leave the rest out"));
    }

    /// A member that holds the request.
    Finding wrapped(JsonPointer at, boolean isCloudFormation, StructureShape input) {
        return error(
                "unknown-member",
                at,
                "is not a member of %s, it holds %s; send what is under it"
                        .formatted(
                                input.name(),
                                isCloudFormation
                                        ? "the request as a resource of CloudFormation"
                                        : "the request"));
    }

    /// A member of DescribeCluster's answer.
    ///
    /// @param right the member of a request that takes its value
    Finding answered(JsonPointer at, StructureShape shape, Optional<String> right) {
        String told = "is not a member of %s".formatted(shape.name());
        return error(
                "unknown-member",
                at,
                told
                        + right.map(name ->
                                        ", DescribeCluster's answer alone has it: in a request it is "
                                                + name)
                                .orElse(UnknownMemberWords.ANSWERED));
    }

    /// A member of another place.
    Finding elsewhere(JsonPointer at, StructureShape shape, KnownPlace place) {
        return error(
                "unknown-member",
                at,
                "is not a member of %s, it belongs %s"
                        .formatted(shape.name(), UnknownMemberWords.words(place)));
    }

    /// The only item of a list in its place.
    Finding unlisted(JsonPointer at, Json value, Shape shape) {
        return notAllowed("type", at, shown(value), kind(shape) + " of such values is");
    }

    /// @param held how many of its members the union holds
    Finding union(JsonPointer at, long held, StructureShape shape) {
        String told =
                "holds %s of the members of %s, exactly one is allowed: "
                        .formatted(held == 0 ? "none" : held, shape.name());
        return error("union", at, told + Excerpt.list(shape.members().keySet(), room(at, told)));
    }

    Finding unknownMember(JsonPointer at, StructureShape shape, String hint) {
        String told = "is not a member of %s".formatted(shape.name());
        return error(
                "unknown-member",
                at,
                hint.isEmpty() ? withNames(at, told, shape.members().keySet()) : told + hint);
    }

    private static String withNames(JsonPointer at, String told, Collection<String> names) {
        String sentence = told + ", allowed: ";
        return sentence + Excerpt.list(names, room(at, sentence));
    }

    /// A pair in the form of a map: its key is no member of it.
    Finding pair(JsonPointer at, Shape shape) {
        return error(
                "unknown-member",
                at,
                "is not a member of %s, did you mean the Value of that Key?"
                        .formatted(shape.name()));
    }

    Finding type(JsonPointer at, Json value, Shape shape) {
        Optional<String> function = Intrinsic.of(value);
        String shown =
                function.map(name -> name + ", which only CloudFormation resolves")
                        .orElseGet(() -> shown(value));
        return notAllowed(
                "type",
                at,
                shown,
                kind(shape) + " is",
                function.isPresent() ? "" : example.of(shape, value));
    }

    /// A text that is a function of CloudFormation in its short form.
    private Optional<Finding> function(String rule, JsonPointer at, String text) {
        return Intrinsic.of(Json.of(text))
                .map(name ->
                        error(
                                rule,
                                at,
                                "is %s, which only CloudFormation resolves; send the value"
                                        .formatted(name)));
    }

    Finding timestamp(JsonPointer at, Json value) {
        return notAllowed(
                "type",
                at,
                shown(value),
                "epoch seconds or an ISO 8601 time with offset such as 2026-11-23T09:00:00Z is");
    }

    /// The value is not matched against the pattern as well, but what that asks for is told.
    Finding length(JsonPointer at, String text, StringShape shape) {
        Optional<Finding> function = function("length", at, text);
        if (function.isPresent()) return function.get();
        int length = text.codePointCount(0, text.length());
        return notAllowed(
                "length",
                at,
                "%s of length %d".formatted(Excerpt.quoted(text), length),
                shape.length().brokenBy(length) + " is",
                words(shape));
    }

    /// The pattern is cut where it does not fit.
    Finding pattern(JsonPointer at, String text, StringShape shape) {
        Optional<Finding> function = function("pattern", at, text);
        if (function.isPresent()) return function.get();
        String pattern = shape.pattern().map(ShapePattern::toString).orElse("");
        String before = "is %s, what matches ".formatted(Excerpt.quoted(text));
        String after = " is allowed" + words(shape);
        int room = room(at, before + after);
        return error("pattern", at, before + Excerpt.cut(pattern, Math.max(1, room - 1)) + after);
    }

    private static String words(StringShape shape) {
        return PatternWords.of(shape.name()).map(words -> ": " + words).orElse("");
    }

    Finding choice(JsonPointer at, String text, EnumShape shape, String hint) {
        if (shape.isInstanceType()) return instanceType(at, text, shape, hint);
        return notAllowed(
                "enum",
                at,
                Excerpt.quoted(text),
                "one of " + Excerpt.list(shape.values()) + " is",
                hint);
    }

    Finding items(JsonPointer at, int count, Bounds bounds) {
        return error(
                "items",
                at,
                "has %d items, %s are allowed".formatted(count, bounds.brokenBy(count)));
    }

    Finding range(JsonPointer at, Json value, String allowed) {
        return notAllowed("range", at, shown(value), allowed + " is");
    }

    /// A finding on a member's name, which stands at the same place as one on its value.
    Finding ofName(Finding onText) {
        return Finding.of(
                Source.SHAPE,
                onText.rule(),
                Level.ERROR,
                onText.pointer(),
                Phrase.sentence(Excerpt.sentence("the name of " + onText.message())));
    }

    private Finding instanceType(JsonPointer at, String text, EnumShape shape, String hint) {
        return Finding.of(
                Source.SHAPE,
                "unknown-instance-type",
                unknownInstanceType,
                at,
                Phrase.of(
                        "is %s, which is none of the %d instance types known here%s"
                                .formatted(Excerpt.quoted(text), shape.values().size(), hint)));
    }

    private static Finding notAllowed(String rule, JsonPointer at, String value, String allowed) {
        return notAllowed(rule, at, value, allowed, "");
    }

    private static Finding notAllowed(
            String rule, JsonPointer at, String value, String allowed, String hint) {
        return error(rule, at, "is " + value + ", " + allowed + " allowed" + hint);
    }

    private static Finding error(String rule, JsonPointer at, String predicate) {
        return Finding.of(Source.SHAPE, rule, Level.ERROR, at, Phrase.of(predicate));
    }

    /// As many characters as are left of a sentence on that place.
    private static int room(JsonPointer at, String words) {
        return Excerpt.MAX_SENTENCE - subject(at).length() - 1 - words.length();
    }

    private static String subject(JsonPointer at) {
        return at.excerpt();
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
            case JsonNumber(var digits) -> Excerpt.cut(digits, LONGEST_QUOTE);
            case JsonBoolean(var truth) -> Boolean.toString(truth);
        };
    }
}
