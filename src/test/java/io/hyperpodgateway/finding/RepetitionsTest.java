package io.hyperpodgateway.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.rules.RuleId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class RepetitionsTest {

    private static final RuleId WARNS = RuleId.warn("some-rule", "d").inferred();

    @Test
    void areReportedOnceWithTheOthersCounted() {
        List<Finding> once = Repetitions.once(List.of(odd(0), odd(1), odd(2)));

        assertThat(messages(once))
                .containsExactly(
                        "/InstanceGroups/0/ImageId is odd; the same holds for 2 other places");
        assertThat(once.getFirst().pointer()).hasToString("/InstanceGroups/0/ImageId");
        assertThat(messages(Repetitions.once(List.of(odd(3), odd(7)))))
                .containsExactly(
                        "/InstanceGroups/3/ImageId is odd; the same holds for 1 other place");
    }

    @Test
    void areTheSameWordsOnly() {
        Finding other = warn(1, "is even");

        assertThat(messages(Repetitions.once(List.of(odd(0), other, odd(2)))))
                .containsExactly(
                        "/InstanceGroups/0/ImageId is odd; the same holds for 1 other place",
                        "/InstanceGroups/1/ImageId is even");
        assertThat(Repetitions.once(List.of(odd(0), other))).containsExactly(odd(0), other);
    }

    @Test
    void areFoundInLongPlacesToo() {
        JsonPointer first = JsonPointer.of("a".repeat(60), "b".repeat(90), "c");
        JsonPointer second = JsonPointer.of("a".repeat(60), "b".repeat(90), "d");

        assertThat(
                        Repetitions.once(
                                List.of(
                                        WARNS.at(first, Phrase.of("is odd")),
                                        WARNS.at(second, Phrase.of("is odd")))))
                .hasSize(1);
    }

    @Test
    void keepTheCountOfALongSentence() {
        String words = "is " + "very ".repeat(80) + "odd";

        List<Finding> once = Repetitions.once(List.of(warn(0, words), warn(1, words)));

        assertThat(once).hasSize(1);
        assertThat(once.getFirst().message())
                .hasSizeLessThan(300)
                .endsWith("…; the same holds for 1 other place");
    }

    @Test
    void leaveEachErrorAndEachFixItsPlace() {
        List<Finding> errors = List.of(error(0), error(1));
        List<Finding> fixes = List.of(fixed(0), fixed(1));

        assertThat(Repetitions.once(errors)).isEqualTo(errors);
        assertThat(Repetitions.once(fixes)).isEqualTo(fixes);
        assertThat(Repetitions.once(List.of(fixed(0), odd(1)))).containsExactly(fixed(0), odd(1));
    }

    @Test
    void areNotCountedWhereNotAllAreThere() {
        List<Finding> many = IntStream.range(0, Findings.ENOUGH).mapToObj(i -> odd(i)).toList();

        assertThat(Repetitions.once(many)).isEqualTo(many);
    }

    private static Finding odd(int group) {
        return warn(group, "is odd");
    }

    private static Finding warn(int group, String words) {
        return WARNS.at(place(group), Phrase.of(words));
    }

    private static Finding fixed(int group) {
        return odd(group).withFix(new PatchOperation.Remove(place(group)));
    }

    private static Finding error(int group) {
        return Finding.of(
                Source.RULE, "other", Level.ERROR, place(group), place(group) + " is odd");
    }

    private static JsonPointer place(int group) {
        return JsonPointer.of("InstanceGroups").item(group).member("ImageId");
    }

    private static List<String> messages(List<Finding> findings) {
        return findings.stream().map(Finding::message).toList();
    }
}
