package io.hyperpodgateway.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.AdmissionFixture;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.SampleEvents;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.http.HttpAnswer;
import io.hyperpodgateway.http.LoggedAnswer;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonReader;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

class RequestLogTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final RequestLog log =
            new RequestLog(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    "stories",
                    Clock.fixed(AdmissionFixture.NOW.plusMillis(120), ZoneOffset.UTC));

    @Test
    void writesOneLineForARequest() {
        log.answered(answered(List.of()), calls(), true);

        JsonObject line = line();
        assertThat(line.text("level")).contains("INFO");
        assertThat(line.text("requestId")).contains(AdmissionFixture.ID);
        assertThat(line.text("principal")).contains("arn:aws:iam::111122223333:role/ml-research");
        assertThat(line.text("outcome")).contains("policy-denied");
        assertThat(line.integer("durationMs")).contains(120L);
        assertThat(line.get("coldStart")).contains(Json.of(true));
    }

    @Test
    void embedsEveryMetricThatItDeclares() {
        log.answered(
                answered(List.of(finding("required"), finding("required"), finding("type"))),
                calls(),
                false);

        JsonObject line = line();
        List<JsonObject> directives =
                line.object("_aws").orElseThrow().items("CloudWatchMetrics").stream()
                        .map(JsonObject.class::cast)
                        .toList();
        assertThat(directives)
                .hasSize(2)
                .allSatisfy(directive -> {
                    assertThat(directive.items("Metrics"))
                            .isNotEmpty()
                            .hasSizeLessThanOrEqualTo(100);
                    for (Json metric : directive.items("Metrics")) {
                        assertThat(line.integer(((JsonObject) metric).text("Name").orElseThrow()))
                                .isPresent();
                    }
                });
        assertThat(line.integer("Findings")).contains(3L);
        assertThat(line.integer("Findings.required")).contains(2L);
        assertThat(line.integer("CreateClusterLatency")).contains(30L);
    }

    @Test
    void countsNoDenialInWhatTheSpecificationRefuses() {
        RequestContext context = AdmissionFixture.context(AdmissionFixture.role("ml-research"));
        var denial =
                Finding.of(Source.POLICY, "approved-types", Level.ERROR, JsonPointer.ROOT, "words");

        log.answered(
                new LoggedAnswer(
                        new HttpAnswer(422, new LinkedHashMap<>(), "{}"),
                        context,
                        "/clusters",
                        "invalid-request",
                        List.of(finding("type"), denial)),
                calls(),
                false);

        assertThat(line().integer("Findings")).contains(1L);
        assertThat(line().integer("Findings.type")).contains(1L);
        assertThat(line().get("Findings.approved-types")).isEmpty();
    }

    @Test
    void keepsToTheBoundOfTheFormat() {
        List<Finding> findings =
                IntStream.range(0, 100).mapToObj(i -> finding("rule-" + i)).toList();

        log.answered(answered(findings), calls(), false);

        JsonObject directive =
                (JsonObject)
                        line().object("_aws").orElseThrow().items("CloudWatchMetrics").getLast();
        assertThat(directive.items("Metrics")).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void holdsAnEventThatTheRecordDidNotTake() {
        AuditEvent event = SampleEvents.intent("r-1").reduced(UnaryOperator.identity());

        log.eventNotRecorded(
                event,
                new AuditUnavailableException("table audit: x", new IllegalStateException()));

        assertThat(line().text("level")).contains("ERROR");
        assertThat(line().get("UnrecordedEvents")).contains(Json.of(1));
        assertThat(line().object("event")).contains(event.members());
        assertThat(line().object("event").orElseThrow().members())
                .doesNotContainKeys("body", "request", "userAgent");
    }

    @Test
    void countsRulesThatCouldNotBeDecided() {
        log.rulesUndecided(
                AdmissionFixture.context(AdmissionFixture.role("x")), List.of("slow", "quick"));

        assertThat(line().get("UndecidedRules")).contains(Json.of(1));
        assertThat(line().text("rules")).contains("slow, quick");
    }

    @Test
    void reportsABugByTypeAndPlaceOnly() {
        log.internalError(
                AdmissionFixture.context(AdmissionFixture.role("x")),
                new IllegalStateException("a payload"));

        assertThat(line().toText())
                .contains("IllegalStateException", "RequestLogTest")
                .doesNotContain("a payload");
    }

    @Test
    void reportsMistakesOnce() {
        log.misconfigured(List.of("AUDIT_TABLE is not set"));

        assertThat(line().text("level")).contains("ERROR");
        assertThat(line().items("mistakes")).containsExactly(Json.of("AUDIT_TABLE is not set"));
    }

    private static CallTimings calls() {
        var timings = new CallTimings();
        ScopedValue.where(CallTimings.OF_THIS_REQUEST, timings)
                .run(() -> {
                    CallTimings.note("CreateCluster", Duration.ofMillis(10));
                    CallTimings.note("CreateCluster", Duration.ofMillis(20));
                });
        CallTimings.note("CreateCluster", Duration.ofMillis(40));
        return timings;
    }

    private static LoggedAnswer answered(List<Finding> findings) {
        RequestContext context = AdmissionFixture.context(AdmissionFixture.role("ml-research"));
        var answer = new HttpAnswer(403, new LinkedHashMap<>(), "{}");
        return new LoggedAnswer(answer, context, "/clusters", "policy-denied", findings);
    }

    private static Finding finding(String rule) {
        return Finding.of(Source.SHAPE, rule, Level.ERROR, JsonPointer.ROOT, "words");
    }

    private JsonObject line() {
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1);
        return (JsonObject) JsonReader.read(text.strip()).orElseThrow();
    }
}
