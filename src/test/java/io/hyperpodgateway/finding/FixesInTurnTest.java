package io.hyperpodgateway.finding;

import static io.hyperpodgateway.rules.SpecDocuments.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class FixesInTurnTest {

    private static final JsonObject DOCUMENT =
            document("{'a':[{'x':1},{'y':1}],'b':{'c':1},'d':1}");

    @Test
    void keepsTheFirstOfTwoThatTakeOnePlace() {
        assertThat(
                        fixed(
                                rule("/b", new PatchOperation.Remove(at("/b"))),
                                rule("/b/c", new PatchOperation.Remove(at("/b/c")))))
                .containsExactly("/b");
        assertThat(fixed(rule("/d", replace("/d")), rule("/d", replace("/d"))))
                .containsExactly("/d");
    }

    @Test
    void leavesItemsWhereOneWasTakenOut() {
        assertThat(
                        fixed(
                                rule("/a/0", new PatchOperation.Remove(at("/a/0"))),
                                rule("/a/1", replace("/a/1/y")),
                                rule("/d", replace("/d"))))
                .containsExactly("/a/0", "/d");
    }

    @Test
    void letsRulesBuildOnMendsBeforeThemOnly() {
        Finding repair = repair("/b/c", new PatchOperation.Move(at("/b/c"), at("/b/C")));

        assertThat(fixed(repair, rule("/d", new PatchOperation.Remove(at("/b/C")))))
                .containsExactly("/b/c", "/d");
        assertThat(fixed(rule("/a", new PatchOperation.Remove(at("/b/C"))), repair))
                .containsExactly("/b/c");
        assertThat(fixed(repair, repair("/b/c", replace("/b/C")))).containsExactly("/b/c", "/b/c");
    }

    @Test
    void leavesOutWhatCannotBeToldAndWhatBuildsOnIt() {
        JsonPointer far = at("/b/" + "n".repeat(2_000));
        Finding repair = repair("/b", new PatchOperation.Move(at("/b/c"), far));

        assertThat(fixed(repair, rule("/b", new PatchOperation.Remove(far.member("x"))))).isEmpty();
    }

    @Test
    void goWithTheFixOnWhichTheyBuild() {
        var findings = new ArrayList<Finding>();
        Finding warning = Finding.of(Source.SHAPE, "w", Level.WARN, at("/b/c"), "m");
        findings.add(warning.withFix(new PatchOperation.Move(at("/b/c"), at("/b/C"))));
        findings.addAll(Collections.nCopies(98, rule("/d")));
        findings.add(rule("/d", replace("/b/C")));
        findings.add(rule("/d", replace("/d")));

        List<Finding> limited = Findings.limit(findings);

        assertThat(limited.get(98).fix()).isEmpty();
    }

    private static List<String> fixed(Finding... findings) {
        return Findings.inOrderOf(DOCUMENT, List.of(findings)).stream()
                .filter(finding -> !finding.fix().isEmpty())
                .map(finding -> finding.pointer().toString())
                .toList();
    }

    private static Finding rule(String pointer, PatchOperation... fix) {
        return Finding.of(Source.RULE, "r", Level.ERROR, at(pointer), "m").withFix(List.of(fix));
    }

    private static Finding repair(String pointer, PatchOperation... fix) {
        return Finding.of(Source.SHAPE, "s", Level.ERROR, at(pointer), "m").withFix(List.of(fix));
    }

    private static PatchOperation replace(String pointer) {
        return new PatchOperation.Replace(at(pointer), Json.of(2));
    }

    private static JsonPointer at(String pointer) {
        return JsonPointer.parse(pointer);
    }
}
