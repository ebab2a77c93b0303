package io.hyperpodgateway.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.regex.RegularExpression;

import io.hyperpodgateway.model.Bounds;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.ShapePattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class EcmaPatternTest {

    /// What patterns are about, and what the two languages take for different things: spaces, ends
    /// of lines, digits and letters beyond ASCII, characters beyond 16 bits.
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "Z",
                    "0",
                    "-",
                    "_",
                    ".",
                    ":",
                    "/",
                    "=",
                    "+",
                    "@",
                    ",",
                    "$",
                    "!",
                    "\\",
                    "]",
                    "}",
                    "&",
                    " ",
                    "\t",
                    "\u000b",
                    "\n",
                    "\r",
                    "\r\n",
                    "\u0085",
                    "\u2028",
                    "\u00a0",
                    "\u2003",
                    "\ufeff",
                    "\u0000",
                    "\u001c",
                    "é",
                    "日",
                    "٣",
                    "Ⅷ",
                    "½",
                    "\u0301",
                    "\ud83d\ude00",
                    "\ud840\udc0b",
                    "\ud835\udfd9",
                    "aws",
                    "s3://",
                    "default");

    private static final ModelSamples SAMPLES = new ModelSamples(ServiceModel.bundled());

    @ParameterizedTest
    @MethodSource("shapes")
    void meansTheSameInBothEnginesAsInTheShapeCheck(StringShape shape) {
        List<String> texts = texts(shape);

        expectOneMeaning(shape, texts);
        assertThat(texts.stream().map(shape::matches)).contains(true, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".*",
                "\\s+",
                "\\S+",
                "[^\\s]+",
                "[^\\S]+",
                "[\\S.]+",
                "[\\S\\s]+",
                "[\\s\\S]*",
                "[\\s-.]+",
                "[\\w-]+",
                "[-\\s]+",
                "[\\d\\-a]+",
                "\\-\\_\\@",
                "[\\_\\@\\-]+",
                "a]",
                "a}",
                "[$&.]+",
                "a{1,2}}",
                "(a|\\.)*?\\/",
                "(?=a)a.*",
                "(?<!a)[^\\p{L}]+",
                "\\p{Lu}\\P{L}*",
                "\\u00e9",
                "^a$",
                "[\\]\\[]+",
                "\\\\",
                "(?:a|Z)?",
                "[.*+]{2,}",
                "\\t|\\n"
            })
    void keepsTheMeaningOfWhatModelsMaySay(String pattern) {
        Optional<ShapePattern> compiled = Optional.of(new ShapePattern(pattern));
        var shape = new StringShape("S", new Bounds(Optional.empty(), Optional.empty()), compiled);

        expectOneMeaning(shape, texts(shape));
    }

    private static void expectOneMeaning(StringShape shape, List<String> texts) {
        String pattern = EcmaPattern.of(shape.pattern().orElseThrow().toString());
        Pattern java = Pattern.compile(pattern);
        RegularExpression ecma = EcmaScript.compile(pattern);

        assertThat(texts.stream().filter(t -> java.matcher(t).find() != shape.matches(t)))
                .isEmpty();
        assertThat(texts.stream().filter(t -> ecma.matches(t) != shape.matches(t))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a.c, ^(?:a[^\\n\\r\\u0085\\u2028\\u2029]c)$(?![^\\n]|\\n)",
                "[a-z\\-]\\-\\_, ^(?:[a-z\\-]-_)$(?![^\\n]|\\n)",
                "[\\S\\s], ^(?:(?:[^\\n]|\\n))$(?![^\\n]|\\n)",
                "[\\w-@], ^(?:[\\w\\-@])$(?![^\\n]|\\n)",
            })
    void rewritesWhatDiffersAndNothingElse(String pattern, String rewritten) {
        assertThat(EcmaPattern.of(pattern)).isEqualTo(rewritten);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a++",
                "a{2}+",
                "(?i)a",
                "(?>a)",
                "[a-z&&[^b]]",
                "[a[b]]",
                "[a&&b]",
                "\\Qa\\E",
                "a\\z",
                "\\h",
                "[\\v]",
                "\\p{Alpha}",
                "(a)\\1",
                "\\cA",
                "[]a]"
            })
    void refusesWhatOnlyJavaSays(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EcmaPattern.of(pattern))
                .withMessageContaining(pattern);
    }

    static Stream<StringShape> shapes() {
        return ServiceModel.bundled().shapes().values().stream()
                .filter(StringShape.class::isInstance)
                .map(StringShape.class::cast)
                .filter(shape -> shape.pattern().isPresent());
    }

    /// A good text, the same with a piece put in somewhere or one character left out, and random
    /// ones.
    private static List<String> texts(StringShape shape) {
        String good = SAMPLES.good(shape).text().orElseThrow();
        Stream<String> near =
                PIECES.stream()
                        .flatMap(piece ->
                                IntStream.of(0, good.length() / 2, good.length())
                                        .mapToObj(i -> inserted(good, i, piece)));
        Stream<String> shorter =
                IntStream.range(0, good.length())
                        .mapToObj(i -> good.substring(0, i) + good.substring(i + 1));
        return Stream.of(Stream.of(good, ""), near, shorter, random(4_711))
                .flatMap(s -> s)
                .toList();
    }

    private static String inserted(String text, int at, String piece) {
        return text.substring(0, at) + piece + text.substring(at);
    }

    private static Stream<String> random(long seed) {
        var random = new Random(seed);
        return Stream.generate(() ->
                        random.ints(random.nextInt(1, 6), 0, PIECES.size())
                                .mapToObj(PIECES::get)
                                .reduce("", String::concat))
                .limit(500);
    }
}
