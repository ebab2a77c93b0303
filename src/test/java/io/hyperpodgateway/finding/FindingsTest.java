package io.hyperpodgateway.finding;

import static io.hyperpodgateway.rules.SpecDocuments.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class FindingsTest {

    @Test
    void ordersByTheDocumentWhatIsMissingLastWithinItsObject() {
        JsonObject document = document("{'b':{'y':1,'x':[0,1,{'k':1}]},'a':'text','c~/':null}");
        List<String> ordered =
                List.of(
                        "",
                        "/b",
                        "/b/y",
                        "/b/x",
                        "/b/x/0",
                        "/b/x/1",
                        "/b/x/2",
                        "/b/x/2/k",
                        "/b/x/2/missing",
                        "/b/x/10",
                        "/b/missing",
                        "/a",
                        "/a/0",
                        "/c~0~1",
                        "/gone/x");

        for (int seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(ordered);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(pointers(Findings.inOrderOf(document, at(shuffled)))).isEqualTo(ordered);
        }
    }

    @Test
    void keepsTheOrderGivenOnOnePlace() {
        assertThat(
                        pointers(
                                Findings.inOrderOf(
                                        document("{'a':[]}"), at(List.of("/z", "/y", "/a")))))
                .containsExactly("/a", "/z", "/y");
        assertThat(
                        pointers(
                                Findings.inOrderOf(
                                        document("{'a':[]}"),
                                        at(List.of("/a/x", "/a/01", "/a/-")))))
                .containsExactly("/a/x", "/a/01", "/a/-");
        assertThat(
                        Findings.inOrderOf(
                                        document("{'a':1}"),
                                        List.of(finding("two", "/a"), finding("one", "/a")))
                                .stream()
                                .map(Finding::rule))
                .containsExactly("two", "one");
    }

    @Test
    @Timeout(5)
    void ordersAsManyAsALargeBodyMayBring() {
        int items = 50_000;
        var names = new LinkedHashMap<String, Json>();
        IntStream.range(0, items).forEach(i -> names.put("n" + i, Json.of(i)));
        JsonObject document =
                JsonObject.of("list", new JsonArray(Collections.nCopies(items, Json.of(1))))
                        .with("map", new JsonObject(names));
        var findings = new ArrayList<Finding>();
        for (int i = items - 1; i >= 0; i--) {
            findings.add(finding("x", "/map/n" + i));
            findings.add(finding("x", "/list/" + i));
        }

        List<Finding> ordered = Findings.inOrderOf(document, findings);

        assertThat(ordered.getFirst().pointer()).hasToString("/list/0");
        assertThat(ordered.getLast().pointer()).hasToString("/map/n49999");
    }

    @Test
    void showsAHundredAsTheyAre() {
        List<Finding> hundred = many(Level.INFO, 100);

        assertThat(Findings.limit(hundred)).isEqualTo(hundred);
        assertThat(Findings.limit(List.of())).isEmpty();
    }

    @Test
    void tellsHowManyAreLeftOut() {
        List<Finding> limited = Findings.limit(many(Level.ERROR, 101));

        assertThat(limited).hasSize(100);
        Finding last = limited.getLast();
        assertThat(last.rule()).isEqualTo("too-many-findings");
        assertThat(last.level()).isEqualTo(Level.INFO);
        assertThat(last.pointer()).isEqualTo(JsonPointer.ROOT);
        assertThat(last.message()).startsWith("2 more");
    }

    @Test
    void pointFromAboveAtWhatHasAVeryLongName() {
        Finding far =
                Finding.of(
                        Source.SHAPE,
                        "length",
                        Level.ERROR,
                        JsonPointer.of("Labels", "k".repeat(200_000)),
                        "too long");

        assertThat(pointers(Findings.limit(List.of(far)))).containsExactly("/Labels");
    }

    @Test
    void keepsErrorsBeforeOthersAndTheOrderOfBoth() {
        var findings = new ArrayList<Finding>();
        findings.addAll(many(Level.WARN, 60));
        findings.addAll(many(Level.ERROR, 50));
        findings.addAll(many(Level.INFO, 10));

        assertThat(Findings.limit(findings).stream().map(Finding::level).toList())
                .hasSize(100)
                .isEqualTo(
                        IntStream.range(0, 100)
                                .mapToObj(i ->
                                        i < 49 ? Level.WARN : i < 99 ? Level.ERROR : Level.INFO)
                                .toList());
    }

    @Test
    void leavesOutAllOthersWhereErrorsFillTheAnswer() {
        var findings = new ArrayList<>(many(Level.WARN, 5));
        findings.addAll(many(Level.ERROR, 300));

        assertThat(Findings.limit(findings).subList(0, 99)).allMatch(Finding::isError);
        assertThat(Findings.limit(findings).getLast().message()).startsWith("206 more");
    }

    @Test
    void areAJsonArray() {
        assertThat(Findings.toJson(List.of(finding("x", "/a"))).toText())
                .isEqualTo(
                        "[{\"source\":\"rule\",\"rule\":\"x\",\"level\":\"ERROR\",\"pointer\":\"/a\","
                                + "\"message\":\"m\"}]");
    }

    private static List<Finding> many(Level level, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Finding.of(Source.RULE, "r" + i, level, JsonPointer.ROOT, "m"))
                .toList();
    }

    private static List<Finding> at(List<String> pointers) {
        return pointers.stream().map(pointer -> finding("x", pointer)).toList();
    }

    private static Finding finding(String rule, String pointer) {
        return Finding.of(Source.RULE, rule, Level.ERROR, JsonPointer.parse(pointer), "m");
    }

    private static List<String> pointers(List<Finding> findings) {
        return findings.stream().map(finding -> finding.pointer().toString()).toList();
    }
}
