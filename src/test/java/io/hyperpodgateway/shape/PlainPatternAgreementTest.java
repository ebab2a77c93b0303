package io.hyperpodgateway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.model.Bounds;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.ShapePattern;
import io.hyperpodgateway.model.plain.PlainPattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A plain pattern says what the engine says of its text.
class PlainPatternAgreementTest {

    private static final int TEXTS = 4_000;

    @ParameterizedTest
    @MethodSource("shapes")
    void agreesOnThePatternsOfTheModel(StringShape shape) {
        String pattern = shape.pattern().orElseThrow().toString();

        expectAgreement(pattern, shape);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a?b{2,3}c{2,}",
                "[a-f]{0,2}[0-9]+x",
                "[^a-c]+",
                "[a^b]*",
                "[-a]+",
                "[a-]+",
                "[\\-a-c]{2}",
                "\\d{3}\\s?\\S",
                "(.+)",
                "[\\p{L}\\p{N}\\p{Z}]+",
                "a*b*c*",
                "[ -9]*",
            })
    void agreesOnOthers(String pattern) {
        assertThat(PlainPattern.of(pattern)).isPresent();

        expectAgreement(pattern, shape(pattern));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a*a",
                "a?[ab]",
                "a*b?[ca]",
                "(a)(b)",
                "(?:a)",
                "(?=a)a",
                "a|b",
                "a+?b",
                "a*+b",
                "[a&&b]",
                "[a[b]]",
                "[\\.-z]",
                "[\\d-z]",
                "[]a]",
                "[^]a]",
                "[a",
                "[a\\",
                "\\p{Lu}",
                "\\pL",
                "\\w",
                "\\",
                "\\p",
                "a{",
                "a{1",
                "a{x}",
                "^a$",
                "é",
                "[é]",
                "[a-é]",
            })
    void leavesToTheEngineWhatItDoesNotKnow(String pattern) {
        assertThat(PlainPattern.of(pattern)).isEmpty();
    }

    @Test
    void knowsManyPatternsOfTheModel() {
        assertThat(shapes())
                .filteredOn(shape ->
                        PlainPattern.of(shape.pattern().orElseThrow().toString()).isPresent())
                .extracting(StringShape::name)
                .contains("SubnetId", "SecurityGroupId", "TagKey", "TagValue", "EksClusterArn");
    }

    @Test
    void knowsTextsOfAsciiAlone() {
        assertThat(PlainPattern.knows("\u0000 ~\u007F")).isTrue();
        assertThat(PlainPattern.knows("a\u0080")).isFalse();
    }

    private static void expectAgreement(String pattern, StringShape shape) {
        Optional<PlainPattern> plain = PlainPattern.of(pattern);
        Pattern engine = Pattern.compile(pattern);
        for (String text : texts(shape)) {
            boolean matches = engine.matcher(text).matches();

            assertThat(shape.matches(text)).as(text).isEqualTo(matches);
            if (PlainPattern.knows(text))
                assertThat(plain.map(p -> p.matches(text)).orElse(matches))
                        .as(text)
                        .isEqualTo(matches);
        }
    }

    /// A text that matches, and what random changes make of it one after the other.
    private static List<String> texts(StringShape shape) {
        var random = new Random(shape.name().hashCode());
        String good = PatternSample.of(shape).orElse("");
        var texts = new ArrayList<String>(List.of("", good, good + "\n", good + good));
        while (texts.size() < TEXTS) {
            String from = random.nextInt(3) == 0 ? good : texts.getLast();
            texts.add(changed(from.length() > 200 ? good : from, random));
        }
        return texts;
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(3));
        String put = random.nextInt(3) == 0 ? "" : Character.toString(letter(text, random));
        return text.substring(0, at) + put + text.substring(end);
    }

    /// Mostly one of the text's own, so that many of the changed ones match.
    private static char letter(String text, Random random) {
        if (random.nextInt(40) == 0) return "\u0080é日\u2028".charAt(random.nextInt(4));
        boolean own = !text.isEmpty() && random.nextBoolean();
        return own ? text.charAt(random.nextInt(text.length())) : (char) random.nextInt(0x80);
    }

    private static StringShape shape(String pattern) {
        var open = new Bounds(Optional.empty(), Optional.empty());
        return new StringShape(pattern, open, Optional.of(new ShapePattern(pattern)));
    }

    private static Stream<StringShape> shapes() {
        return ServiceModel.bundled().shapes().values().stream()
                .filter(StringShape.class::isInstance)
                .map(StringShape.class::cast)
                .filter(shape -> shape.pattern().isPresent());
    }
}
