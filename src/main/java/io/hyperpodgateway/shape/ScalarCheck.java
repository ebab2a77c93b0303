package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.BooleanShape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.IntegerShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.TimestampShape;
import io.hyperpodgateway.model.Timestamps;

import java.math.BigDecimal;
import java.util.Optional;

/// Checks values that hold no others, and values of another type than their shape.
final class ScalarCheck {

    private final ShapeFindings findings;
    private final Guesses guesses;
    private final Noted noted;

    ScalarCheck(ShapeFindings findings, Guesses guesses, Noted noted) {
        this.findings = findings;
        this.guesses = guesses;
        this.noted = noted;
    }

    /// A value of a shape that is none of objects and arrays, or one of another type than its
    /// shape.
    void value(Shape shape, Json value, JsonPointer sent) {
        switch (shape) {
            case StringShape string when value instanceof JsonString(var text) ->
                    string(string, text, sent).ifPresent(noted::note);
            case EnumShape choice when value instanceof JsonString(var text) ->
                    choice(choice, text, sent);
            case IntegerShape integer
                    when value instanceof JsonNumber number && number.isInteger() ->
                    integer(integer, number, sent);
            case BooleanShape _ when value instanceof JsonBoolean -> {}
            case TimestampShape _ -> timestamp(value, sent);
            case Shape _ -> noted.note(findings.type(sent, value, shape));
        }
    }

    /// The name of a member of a map.
    void name(Shape shape, String name, JsonPointer sent) {
        if (shape instanceof StringShape string)
            string(string, name, sent).map(findings::ofName).ifPresent(noted::note);
    }

    private Optional<Finding> string(StringShape shape, String text, JsonPointer sent) {
        if (!shape.fits(text)) return Optional.of(findings.length(sent, text, shape));
        return shape.matches(text)
                ? Optional.empty()
                : Optional.of(findings.pattern(sent, text, shape));
    }

    /// Short lists of choices are listed in full.
    private void choice(EnumShape shape, String text, JsonPointer sent) {
        if (shape.values().contains(text)) return;
        if (shape.isInstanceType() && noted.isFullOfWarnings()) return;
        String hint =
                shape.isInstanceType() ? guesses.of(shape.name(), text, shape.values()).hint() : "";
        noted.note(findings.choice(sent, text, shape, hint));
    }

    private void integer(IntegerShape shape, JsonNumber number, JsonPointer sent) {
        // what 64 bits do not hold is beyond every range
        long value =
                number.asLong()
                        .orElse(number.digits().startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE);
        if (number.asLong().isEmpty() || !shape.range().hold(value)) {
            noted.note(findings.range(sent, number, shape.range().brokenBy(value)));
        }
    }

    private void timestamp(Json value, JsonPointer sent) {
        Optional<BigDecimal> seconds = Timestamps.epochSeconds(value);
        if (seconds.isEmpty()) {
            noted.note(findings.timestamp(sent, value));
        } else if (!Timestamps.isInRange(seconds.get())) {
            noted.note(findings.range(sent, value, Timestamps.RANGE));
        }
    }
}
