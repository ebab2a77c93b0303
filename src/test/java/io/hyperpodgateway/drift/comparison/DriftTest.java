package io.hyperpodgateway.drift.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.drift.Models;
import io.hyperpodgateway.drift.file.Model;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.List;

class DriftTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // lengths, whose minimum is 0 by default
                "{'type':'string','max':5} | {'type':'string','max':6} | NEWLY_POSSIBLE A: length"
                        + " at most 6, 5 until now",
                "{'type':'string','max':5} | {'type':'string','max':4} | NEWLY_REFUSED A: length at"
                        + " most 4, 5 until now",
                "{'type':'string','max':5} | {'type':'string'} | NEWLY_POSSIBLE A: length"
                        + " unbounded, 5 until now",
                "{'type':'string'} | {'type':'string','max':5} | NEWLY_REFUSED A: length at most 5,"
                        + " unbounded until now",
                "{'type':'string'} | {'type':'string','min':1} | NEWLY_REFUSED A: length at least"
                        + " 1, 0 until now",
                "{'type':'string','min':2} | {'type':'string'} | NEWLY_POSSIBLE A: length at least"
                        + " 0, 2 until now",
                "{'type':'string'} | {'type':'string','min':0} | ``",
                // counts
                "{'type':'list','member':{'shape':'T'},'max':1} |"
                        + " {'type':'list','member':{'shape':'T'},'max':2} | NEWLY_POSSIBLE A: number"
                        + " of items at most 2, 1 until now",
                "{'type':'map','key':{'shape':'T'},'value':{'shape':'T'}} |"
                        + " {'type':'map','key':{'shape':'T'},'value':{'shape':'T'},'min':1} |"
                        + " NEWLY_REFUSED A: number of entries at least 1, 0 until now",
                // ranges, bounded by their width by default
                "{'type':'integer','max':5} | {'type':'integer','max':6} | NEWLY_POSSIBLE A: at"
                        + " most 6, 5 until now",
                "{'type':'integer','min':5} | {'type':'integer','min':6} | NEWLY_REFUSED A: at"
                        + " least 6, 5 until now",
                "{'type':'integer','max':5} | {'type':'integer'} | NEWLY_POSSIBLE A: at most"
                        + " 2147483647, 5 until now",
                "{'type':'integer','min':0,'max':5} | {'type':'long','min':0,'max':5} | ``",
                // patterns
                "{'type':'string','pattern':'a'} | {'type':'string','pattern':'b'} | UNKNOWN"
                        + " A: pattern b, a until now",
                "{'type':'string','pattern':'a'} | {'type':'string'} | NEWLY_POSSIBLE A: pattern"
                        + " none, a until now",
                "{'type':'string'} | {'type':'string','pattern':'a'} | NEWLY_REFUSED A: pattern a,"
                        + " none until now",
                // choices
                "{'type':'string','enum':['a']} | {'type':'string','enum':['b','a','c']} |"
                        + " NEWLY_POSSIBLE A: allowed now: b, c",
                "{'type':'string','enum':['a','b']} | {'type':'string','enum':['b']} |"
                        + " NEWLY_REFUSED A: not allowed any more: a",
                "{'type':'string','enum':['a','b']} | {'type':'string','enum':['b','a']} | ``",
                // types
                "{'type':'string','enum':['a','b']} | {'type':'string','max':9} | UNKNOWN A:"
                        + " a text of 0 to 9 characters, one of a, b until now",
                "{'type':'string'} | {'type':'integer'} | UNKNOWN A: an integer, a text"
                        + " until now",
                "{'type':'boolean'} | {'type':'timestamp'} | UNKNOWN A: a time, true or"
                        + " false until now",
                "{'type':'double'} | {'type':'float'} | UNKNOWN A: a value of type float, a"
                        + " value of type double until now",
                "{'type':'double'} | {'type':'double'} | ``",
                // unions
                "{'type':'structure','members':{}} | {'type':'structure','members':{},'union':true}"
                        + " | NEWLY_REFUSED A: holds exactly one of its members now",
                "{'type':'structure','members':{},'union':true} | {'type':'structure','members':{}}"
                        + " | NEWLY_POSSIBLE A: may hold several of its members now",
                "{'type':'structure','members':{},'union':true} |"
                        + " {'type':'structure','members':{},'union':true} | ``",
                // facts
                "{'type':'string'} | {'type':'string','sensitive':true} | OTHER A: sensitive true,"
                        + " none until now",
                "{'type':'string'} | {'type':'string','box':true} | ``",
            })
    void reportsHowAShapeChanged(String before, String now, String differences) {
        assertThat(sent("'A':{'shape':'S'}", before, "'A':{'shape':'S'}", now))
                .isEqualTo(differences.isEmpty() ? List.of() : List.of(differences));
    }

    @Test
    void reportsAddedMembers() {
        assertThat(sent("", "{'type':'string'}", "'A':{'shape':'S'}", "{'type':'string','max':3}"))
                .containsExactly("NEWLY_POSSIBLE A: new, a text of 0 to 3 characters");
    }

    @Test
    void reportsAddedMembersAtEveryDepth() {
        String shape =
                "{'type':'structure','required':['B'],'members':{'B':{'shape':'L'},'Own':{'shape':'S'}}}"
                        + ",'L':{'type':'list','member':{'shape':'E'}}"
                        + ",'E':{'type':'structure','members':{'C':{'shape':'M'}}}"
                        + ",'M':{'type':'map','key':{'shape':'T'},'value':{'shape':'F'},'max':9}"
                        + ",'F':{'type':'structure','members':{'D':{'shape':'T'}}}";

        assertThat(sent("", "{'type':'string'}", "'A':{'shape':'S'}", shape))
                .containsExactly(
                        "NEWLY_POSSIBLE A: new, an object",
                        "NEWLY_POSSIBLE A/B: new, a list, required",
                        "NEWLY_POSSIBLE A/B/*/C: new, a map of 0 to 9 entries",
                        "NEWLY_POSSIBLE A/B/*/C/{}/D: new, a text",
                        "NEWLY_POSSIBLE A/Own: new, an object");
    }

    @Test
    void reportsRemovedMembers() {
        assertThat(sent("'A':{'shape':'S'}", "{'type':'string'}", "", "{'type':'string'}"))
                .containsExactly("NEWLY_REFUSED A: not a member any more");
    }

    @Test
    void reportsWhatBecameRequiredOrOptional() {
        Model without = Models.of(in("'A':{'shape':'T'},'B':{'shape':'T'}", "'A'"));
        Model with =
                Models.of(in("'A':{'shape':'T'},'B':{'shape':'T'},'C':{'shape':'T'}", "'B','C'"));

        assertThat(lines(Drift.between(without, with).sent()))
                .containsExactly(
                        "NEWLY_POSSIBLE C: new, a text, required",
                        "NEWLY_POSSIBLE A: not required any more",
                        "NEWLY_REFUSED B: required now",
                        "NEWLY_REFUSED C: required now");
    }

    @Test
    void reportsMembersThatAreDeprecated() {
        assertThat(
                        sent(
                                "'A':{'shape':'S'}",
                                "{'type':'string'}",
                                "'A':{'shape':'S','deprecated':true}",
                                "{'type':'string'}"))
                .containsExactly("OTHER A: deprecated true, none until now");
    }

    @Test
    void reportsOnceWhatConcernsManyPlaces() {
        String members =
                "'A':{'shape':'S'},'B':{'shape':'L'},'C':{'shape':'M'}},'required':[]}"
                        + ",'L':{'type':'list','member':{'shape':'S'}}"
                        + ",'M':{'type':'map','key':{'shape':'S'},'value':{'shape':'S'}";
        List<DifferenceText> differences =
                Drift.between(
                                Models.of(structure(members) + "},'S':{'type':'string','max':1}"),
                                Models.of(structure(members) + "},'S':{'type':'string','max':2}"))
                        .sent();

        assertThat(differences).hasSize(1);
        assertThat(differences.getFirst().places()).containsExactly("A", "B/*", "C/{name}", "C/{}");
    }

    @Test
    void comparesTheShapesOfAPlaceWhateverTheirNames() {
        assertThat(
                        lines(
                                Drift.between(
                                                Models.of(in("'A':{'shape':'T'}", "")),
                                                Models.of(
                                                        in("'A':{'shape':'U'}", "")
                                                                + ",'U':{'type':'string'}"))
                                        .sent()))
                .isEmpty();
    }

    @Test
    void followsAShapeWithinItselfOnce() {
        String inner = "{'type':'structure','members':{'Again':{'shape':'S'}%s}}";

        assertThat(
                        sent(
                                "'A':{'shape':'S'}",
                                inner.formatted(""),
                                "'A':{'shape':'S'}",
                                inner.formatted(",'B':{'shape':'T'}")))
                .containsExactly("NEWLY_POSSIBLE A/B: new, a text");
        assertThat(sent("", "{'type':'string'}", "'A':{'shape':'S'}", inner.formatted("")))
                .containsExactly(
                        "NEWLY_POSSIBLE A: new, an object",
                        "NEWLY_POSSIBLE A/Again: new, an object");
    }

    @Test
    void reportsThatInstanceTypesAreWarnedOf() {
        String choice = "'ClusterInstanceType':{'type':'string','enum':['%s']}";
        String members = in("'A':{'shape':'ClusterInstanceType'}", "") + ",";

        assertThat(
                        lines(
                                Drift.between(
                                                Models.of(members + choice.formatted("a")),
                                                Models.of(members + choice.formatted("b")))
                                        .sent()))
                .containsExactly(
                        "NEWLY_POSSIBLE A: allowed now: b (by default a warning until now)",
                        "NEWLY_REFUSED A: not allowed any more: a (by default a warning)");
    }

    @Test
    void distinguishesWhatIsAnsweredAndOtherOperations() {
        JsonObject before =
                Models.of(in("", "") + ",'Out':{'type':'structure','members':{}}").document();
        JsonObject now =
                Models.with(before, Models.json("{'A':{'shape':'T'}}"), "shapes", "Out", "members");
        now =
                Models.with(
                        now,
                        Models.json("{'shape':'Out'}"),
                        "operations",
                        "CreateCluster",
                        "output");
        now = Models.with(now, Json.of("GET"), "operations", "ListTags", "http");
        now = Models.with(now, Json.of("v9"), "metadata", "signatureVersion");
        now = Models.with(now, Json.of("2026-12-14"), "metadata", "date");
        now =
                Models.with(
                        now,
                        Models.json("{'x':[{'shape':'Gone'}]}").get("x").orElseThrow(),
                        "operations",
                        "CreateCluster",
                        "errors");
        now = Models.with(now, Models.json("{'type':'structure','members':{}}"), "shapes", "Gone");
        Drift drift = Drift.between(Models.of(before), Models.of(now));

        assertThat(drift.sent()).isEmpty();
        assertThat(places(drift.other()))
                .containsExactly(
                        "metadata: signatureVersion \"v9\", none until now",
                        "CreateCluster: output \"Out\", none until now",
                        "CreateCluster: error \"Gone\", none until now",
                        "ListTags: http \"GET\", none until now",
                        "DescribeCluster.output/A: new, a text");
    }

    @Test
    void saysNothingOfTheSameModel() throws IOException {
        Model model = Models.of(Models.project());

        assertThat(Drift.between(model, model)).isEqualTo(new Drift(List.of(), List.of()));
    }

    private static List<String> sent(
            String members, String shape, String nowMembers, String nowShape) {
        return lines(
                Drift.between(
                                Models.of(in(members, "") + ",'S':" + shape),
                                Models.of(in(nowMembers, "") + ",'S':" + nowShape))
                        .sent());
    }

    private static String in(String members, String required) {
        return structure("%s},'required':[%s]}".formatted(members, required))
                + ",'T':{'type':'string'}";
    }

    private static String structure(String members) {
        return "'In':{'type':'structure','members':{" + members;
    }

    private static List<String> lines(List<DifferenceText> differences) {
        return differences.stream()
                .map(one -> one.difference().meaning() + " " + line(one))
                .toList();
    }

    private static List<String> places(List<DifferenceText> differences) {
        return differences.stream().map(DriftTest::line).toList();
    }

    private static String line(DifferenceText differences) {
        return String.join(", ", differences.places()) + ": " + differences.difference().words();
    }
}
