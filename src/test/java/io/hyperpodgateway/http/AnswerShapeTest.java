package io.hyperpodgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.corpus.Delivery;
import io.hyperpodgateway.corpus.GoodRequests;
import io.hyperpodgateway.corpus.OpenGateway;
import io.hyperpodgateway.corpus.Sentences;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The answer to a hundred invalid groups: limited, in order, and with the number of omitted
/// findings.
class AnswerShapeTest {

    private static final int LARGEST_ANSWER = 100_000;
    private static final int GROUPS = 100;
    private static final int NAME = 800;
    private static final String TOO_MANY = "too-many-findings";

    private static final IntFunction<JsonObject> MISTAKE =
            _ -> JsonObject.of("Nonesuch", Json.of(1));

    private static final IntFunction<JsonObject> THREE =
            i ->
                    JsonObject.of("InstanceCount", Json.of(-1))
                            .with("ThreadsPerCore", Json.of("2"))
                            .with("Nonesuch", Json.of(1));

    @Test
    void showsNinetyNineOfAHundredMistakesInTheirOrder() {
        List<JsonObject> errors = errorsOf(MISTAKE);

        assertThat(pointers(errors))
                .containsExactlyElementsOf(
                        groups().mapToObj(i -> "/InstanceGroups/%d/Nonesuch".formatted(i))
                                .limit(errors.size())
                                .toList());
        assertThat(errors).hasSize(Findings.MAX - 1);
    }

    @Test
    void showsTheFirstGroupsOfThreeMistakesEach() {
        List<String> members = List.of("InstanceCount", "ThreadsPerCore", "Nonesuch");

        assertThat(pointers(errorsOf(THREE)))
                .containsExactlyElementsOf(
                        groups().boxed()
                                .flatMap(i ->
                                        members.stream()
                                                .map(m -> "/InstanceGroups/%d/%s".formatted(i, m)))
                                .limit(Findings.MAX - 1)
                                .toList());
    }

    @Test
    void reportsWhatIsMissingLastWithinItsGroup() {
        List<JsonObject> errors =
                errorsOf(
                        i -> JsonObject.of("Nonesuch", Json.of(1)),
                        group -> group.without("ExecutionRole"));

        assertThat(pointers(errors))
                .startsWith(
                        "/InstanceGroups/0/Nonesuch",
                        "/InstanceGroups/0/ExecutionRole",
                        "/InstanceGroups/1/Nonesuch",
                        "/InstanceGroups/1/ExecutionRole");
    }

    @Test
    void saysHowManyMoreThereAre() {
        int shown = answer(MISTAKE).items("findings").size();
        assertThat(leftOut(MISTAKE)).isGreaterThan(GROUPS - shown);
        assertThat(leftOut(THREE)).isEqualTo(leftOut(MISTAKE) + 2 * GROUPS);
    }

    /// An unknown type is a warning, and precedes each mistake.
    @Test
    void keepsErrorsBeforeWarnings() {
        IntFunction<JsonObject> warnedToo =
                i ->
                        JsonObject.of("InstanceType", Json.of("ml.new.large"))
                                .with("Nonesuch", Json.of(i));

        assertThat(errorsOf(warnedToo)).hasSize(Findings.MAX - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "\u202e", "\"", "\\", "\u0001", "~", "/", "\uD83D\uDE00", "\u4e16"})
    void staysSmallWhateverTheNamesAre(String letter) {
        int written = Json.of(letter).toText().getBytes(StandardCharsets.UTF_8).length - 2;
        String name = letter.repeat(NAME / written);
        IntFunction<JsonObject> named =
                i -> JsonObject.of(name + i, Json.of(1)).with("InstanceType", Json.of(name));

        JsonObject answer = answer(named);

        assertThat(answer.items("findings")).hasSize(Findings.MAX);
        findings(answer).forEach(found -> Sentences.hold(found.text("message").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u4e16", "\uD83D\uDE00", "\\", "\u0001"})
    void staysSmallWhereNamesAreAsLongAsAPlaceIsShown(String letter) {
        JsonPointer group = JsonPointer.of("InstanceGroups", "99");
        String name = "";
        while (group.member(name + letter + "99").shortened().tokens().size() == 3) name += letter;
        String longest = name;

        JsonObject answer = answer(i -> JsonObject.of(longest + i, Json.of(1)));

        assertThat(findings(answer).getFirst().text("pointer").orElseThrow()).contains(longest);
    }

    /// Pairs in the form of a map can be repaired; the fix contains the key.
    @ParameterizedTest
    @ValueSource(ints = {10, 300, 500})
    void staysSmallWhereFixesNameWhatIsLong(int length) {
        IntFunction<JsonObject> labelled =
                i -> {
                    JsonObject pair =
                            JsonObject.of("a".repeat(length) + i, Json.of("b".repeat(length)));
                    return JsonObject.of(
                            "KubernetesConfig",
                            JsonObject.of("Taints", new JsonArray(List.of(pair))));
                };

        assertThat(answer(labelled).items("findings")).hasSize(Findings.MAX);
    }

    private static List<JsonObject> errorsOf(IntFunction<JsonObject> mistakes) {
        return errorsOf(mistakes, group -> group);
    }

    private static List<JsonObject> errorsOf(
            IntFunction<JsonObject> mistakes, java.util.function.UnaryOperator<JsonObject> then) {
        List<JsonObject> findings = findings(answer(mistakes, then));
        assertThat(findings.getLast().text("rule")).contains(TOO_MANY);
        return findings.stream()
                .filter(found -> found.text("level").orElseThrow().equals("ERROR"))
                .toList();
    }

    private static int leftOut(IntFunction<JsonObject> mistakes) {
        JsonObject last = findings(answer(mistakes)).getLast();
        return Integer.parseInt(last.text("message").orElseThrow().split(" ")[0]);
    }

    private static JsonObject answer(IntFunction<JsonObject> mistakes) {
        return answer(mistakes, group -> group);
    }

    /// The problem for a valid request of a hundred groups after these members are added to each.
    private static JsonObject answer(
            IntFunction<JsonObject> mistakes, java.util.function.UnaryOperator<JsonObject> then) {
        JsonObject good = GoodRequests.eks(GROUPS);
        List<Json> groups =
                groups().<Json>mapToObj(i ->
                                then.apply(
                                        ((JsonObject) good.items("InstanceGroups").get(i))
                                                .withAll(mistakes.apply(i))))
                        .toList();
        String body = good.with("InstanceGroups", new JsonArray(groups)).toText();
        JsonObject answer =
                OpenGateway.fresh().handle(Delivery.of(body.getBytes(StandardCharsets.UTF_8)));
        String text = answer.text("body").orElseThrow();
        assertThat(answer.integer("statusCode")).contains(422L);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST_ANSWER);
        return (JsonObject) JsonReader.read(text).orElseThrow();
    }

    private static IntStream groups() {
        return IntStream.range(0, GROUPS);
    }

    private static List<JsonObject> findings(JsonObject answer) {
        return answer.items("findings").stream().map(JsonObject.class::cast).toList();
    }

    private static List<String> pointers(List<JsonObject> findings) {
        return findings.stream()
                .flatMap(found -> Stream.of(found.text("pointer").orElseThrow()))
                .toList();
    }
}
