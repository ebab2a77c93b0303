package io.hyperpodgateway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.model.Bounds;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.ShapePattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class PatternSampleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{3,20}:[0-9]{12}:peer/[a-f0-9]{8,17}",
                "(https|s3)://([^/]+)/?(.*)",
                "(?=.{5,9}$)(x|yy)+",
                "(?!\\s*$).+",
                "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$",
                "[\\S\\s]+",
                "(?:\\d{1,3}\\.){3}\\d{1,3}",
                "[^a\\]]{7}|b",
                "(\\u0041|x)\\x42\\x{43}\\p{L}[\\p{L}\\u0044]{3}",
                "\\Qa",
            })
    void matchesThePattern(String pattern) {
        var shape =
                new StringShape(
                        "S",
                        new Bounds(Optional.of(5L), Optional.of(100L)),
                        Optional.of(new ShapePattern(pattern)));

        PatternSample.of(shape)
                .ifPresentOrElse(
                        text -> assertThat(text).matches(pattern),
                        () -> assertThat(pattern).isEqualTo("\\Qa"));
    }

    @Test
    void isFoundForEveryPatternOfTheModel() {
        assertThat(ServiceModel.bundled().shapes().values())
                .filteredOn(StringShape.class::isInstance)
                .allSatisfy(shape -> assertThat(PatternSample.of((StringShape) shape)).isPresent());
    }
}
