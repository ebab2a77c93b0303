package io.hyperpodgateway.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.ItemSize;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.lambda.HandlerOnFakes;
import io.hyperpodgateway.text.Reading;
import io.hyperpodgateway.text.Sha256;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sends every request of the corpus through the whole handler. A case that fails is stored in
/// `target/corpus`.
class CorpusTest {

    private static final Path FOLDER = Path.of("target", "corpus");

    private static final Map<String, Integer> STATUS =
            Map.of(
                    "created", 201,
                    "malformed-request", 400,
                    "payload-too-large", 413,
                    "invalid-request", 422);

    @BeforeAll
    static void listsTheCases() throws IOException {
        Corpus.list(FOLDER);
    }

    @Test
    void holdsHundredsOfCasesEachWithItsOwnName() {
        assertThat(Corpus.cases()).hasSizeGreaterThan(400);
        assertThat(Corpus.cases().stream().map(CorpusCase::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsItMust(CorpusCase request) throws IOException {
        keeping(
                request,
                () -> {
                    HandlerOnFakes gateway = OpenGateway.fresh();
                    JsonObject answer = gateway.handle(Delivery.of(request.bytes()));
                    JsonObject body = body(answer);
                    String outcome = outcome(answer, body);

                    assertThat(outcome).isIn(request.expectation().outcomes());
                    assertThat(answer.integer("statusCode")).contains((long) STATUS.get(outcome));
                    assertThat(gateway.clusters.requests())
                            .hasSize(outcome.equals("created") ? 1 : 0);
                    assertThat(gateway.telemetry.bugs()).isEmpty();
                    assertThat(gateway.telemetry.unrecorded()).isEmpty();
                    reports(request, body);
                    records(request, outcome, gateway.log.events());
                });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheSameEachTimeAndInOrder(CorpusCase request) throws IOException {
        keeping(request, () -> request.document().ifPresent(SpecificationOracle::holds));
    }

    static List<CorpusCase> cases() {
        return Corpus.cases();
    }

    private static void reports(CorpusCase request, JsonObject body) {
        List<JsonObject> findings =
                body.items(body.get("findings").isPresent() ? "findings" : "warnings").stream()
                        .map(JsonObject.class::cast)
                        .toList();
        Repetition repetition = Repetition.of(request);
        assertThat(findings).hasSizeLessThanOrEqualTo(Findings.MAX);
        assertThat(findings)
                .allSatisfy(finding -> {
                    String message = finding.text("message").orElseThrow();
                    Sentences.hold(message);
                    assertThat(repetition.in(message)).isEmpty();
                });
        body.text("detail").ifPresent(detail -> assertThat(repetition.in(detail)).isEmpty());
        Expectation expected = request.expectation();
        assertThat(expected.reported())
                .allSatisfy(reported ->
                        assertThat(findings).anyMatch(found -> isReported(reported, found)));
        if (expected.shapesFit()) {
            assertThat(findings)
                    .noneMatch(found -> found.text("source").orElse("").equals("shape"));
        }
    }

    /// Of a large request only the size.
    private static void recordsAsRead(String text, AuditEvent event) {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        Optional<String> kept = size <= 32_768 ? Optional.of(text) : Optional.empty();
        assertThat(event.text("request")).isEqualTo(kept);
        assertThat(event.text("requestSha256")).isEqualTo(kept.map(Sha256::hex));
        assertThat(event.members().integer("requestSize"))
                .isEqualTo(kept.isPresent() ? Optional.empty() : Optional.of((long) size));
    }

    private static boolean isReported(String reported, JsonObject finding) {
        return Expectation.isReported(
                reported,
                finding.text("rule").orElseThrow(),
                finding.text("pointer").orElseThrow());
    }

    /// The record contains the request if it could be read, otherwise only its size and hash.
    private static void records(CorpusCase request, String outcome, List<AuditEvent> events) {
        assertThat(events).allMatch(event -> ItemSize.fitsOneItem(event.members()));
        AuditEvent last = events.getLast();
        assertThat(last.text("outcome")).contains(outcome);
        if (outcome.equals("created")) {
            assertThat(events.stream().map(AuditEvent::type))
                    .containsExactly(EventType.INTENDED, EventType.COMPLETED);
            return;
        }
        assertThat(events.stream().map(AuditEvent::type)).containsExactly(EventType.REFUSED);
        if (outcome.equals("invalid-request")) {
            recordsAsRead(request.document().orElseThrow().toText(), last);
            return;
        }
        assertThat(last.text("request")).isEmpty();
        assertThat(last.text("bodySha256")).contains(Sha256.hex(request.bytes()));
        assertThat(last.members().integer("bodySize")).contains((long) request.bytes().length);
    }

    private static String outcome(JsonObject answer, JsonObject body) {
        return body.text("type")
                .map(type -> type.substring(type.lastIndexOf(':') + 1))
                .orElse(answer.integer("statusCode").orElseThrow() == 201 ? "created" : "?");
    }

    private static JsonObject body(JsonObject answer) {
        if (JsonReader.read(answer.text("body").orElseThrow())
                instanceof Reading.Read(JsonObject body)) return body;
        throw new AssertionError("the answer's body is not one JSON object");
    }

    private static void keeping(CorpusCase request, Runnable check) throws IOException {
        try {
            check.run();
        } catch (Throwable failed) {
            String file = request.name().replaceAll("[^A-Za-z0-9.-]+", "_");
            Files.write(
                    FOLDER.resolve(file.substring(0, Math.min(120, file.length())) + ".failed"),
                    request.bytes());
            throw failed;
        }
    }
}
