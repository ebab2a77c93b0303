package io.hyperpodgateway.spec.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.NearestNames;
import io.hyperpodgateway.spec.model.Shape;
import io.hyperpodgateway.spec.model.Shape.BooleanShape;
import io.hyperpodgateway.spec.model.Shape.EnumShape;
import io.hyperpodgateway.spec.model.Shape.IntegerShape;
import io.hyperpodgateway.spec.model.Shape.StringShape;
import io.hyperpodgateway.spec.model.Shape.TimestampShape;
import io.hyperpodgateway.spec.model.Timestamps;
import io.hyperpodgateway.spec.shape.mend.Meant;
import io.hyperpodgateway.spec.shape.names.Guesses;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Holds values that hold no others against their shapes, and tells what stands there in the mended
/// document.
final class ScalarCheck {

    private final ShapeFindings findings;
    private final Guesses guesses;
    private final Pass pass;

    ScalarCheck(ShapeFindings findings, Guesses guesses, Pass pass) {
        this.findings = findings;
        this.guesses = guesses;
        this.pass = pass;
    }

    /// A value of a shape that is none of objects and arrays, or one of another type than its
    /// shape.
    Json value(Shape shape, Json value) {
        switch (shape) {
            case StringShape string when value instanceof JsonString(var text) ->
                    string(string, text);
            case EnumShape choice when value instanceof JsonString text -> {
                return choice(choice, text);
            }
            case IntegerShape integer
                    when value instanceof JsonNumber number && number.isInteger() ->
                    integer(integer, number);
            case BooleanShape _ when value instanceof JsonBoolean -> {}
            case TimestampShape _ -> timestamp(value);
            case Shape _ -> {
                return wrongType(shape, value);
            }
        }
        return value;
    }

    private void string(StringShape shape, String text) {
        if (!shape.fits(text)) {
            pass.note(findings.length(pass.trail().sent(), text, shape));
            return;
        }
        if (!shape.matches(text)) pass.note(findings.pattern(pass.trail().sent(), text, shape));
    }

    private Json choice(EnumShape shape, JsonString text) {
        if (shape.values().contains(text.value())) return text;
        if (shape.isInstanceType() && pass.isFullOfWarnings()) return text;
        Optional<String> meant = Meant.choice(shape, text.value());
        String hint =
                meant.map(value -> NearestNames.hint(List.of(value)))
                        .orElseGet(() -> hint(shape, text.value()));
        Finding finding = findings.choice(pass.trail().sent(), text.value(), shape, hint);
        return meant.map(value -> pass.replaced(finding, Json.of(value)))
                .orElseGet(() -> pass.kept(finding, text));
    }

    /// Short lists of choices are told in full.
    private String hint(EnumShape shape, String text) {
        return shape.isInstanceType() ? guesses.of(shape.name(), text, shape.values()).hint() : "";
    }

    private void integer(IntegerShape shape, JsonNumber number) {
        // what 64 bits do not hold is beyond every range
        long value =
                number.asLong()
                        .orElse(number.digits().startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE);
        if (number.asLong().isEmpty() || !shape.range().hold(value)) {
            pass.note(findings.range(pass.trail().sent(), number, shape.range().brokenBy(value)));
        }
    }

    private void timestamp(Json value) {
        Optional<BigDecimal> seconds = Timestamps.epochSeconds(value);
        if (seconds.isEmpty()) {
            pass.note(findings.timestamp(pass.trail().sent(), value));
        } else if (!Timestamps.isInRange(seconds.get())) {
            pass.note(findings.range(pass.trail().sent(), value, Timestamps.RANGE));
        }
    }

    private Json wrongType(Shape shape, Json value) {
        Finding finding = findings.type(pass.trail().sent(), value, shape);
        return Meant.respelt(shape, value)
                .map(meant -> pass.replaced(finding, meant))
                .orElseGet(() -> pass.kept(finding, value));
    }
}
