package io.hyperpodgateway.lambda.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.reconciliation.Reconciliation;
import io.hyperpodgateway.admission.reconciliation.Reconciliation.Look;
import io.hyperpodgateway.admission.settlement.SettlementResult;
import io.hyperpodgateway.admission.settlement.SettlementResult.Settled;
import io.hyperpodgateway.admission.settlement.SettlementResult.SettlementCause;
import io.hyperpodgateway.admission.settlement.SettlementResult.StillOpen;
import io.hyperpodgateway.audit.SampleEvents;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class ReconcilerLogTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ReconcilerLog log =
            new ReconcilerLog(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    "stories",
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void countsZeroToo() {
        JsonObject line = log.reconciled(new Reconciliation(List.of(), List.of(), List.of()));

        for (String metric :
                List.of(
                        "OpenIntents",
                        "OldestOpenIntent",
                        "UntaggedClusters",
                        "BrokenOpenIntents",
                        "IntentsNotLookedInto",
                        "SettledIntents.created",
                        "SettledIntents.cluster-exists",
                        "SettledIntents.not-created")) {
            assertThat(line.integer(metric)).as(metric).contains(0L);
        }
        assertThat(line.text("level")).contains("INFO");
        assertThat(line.text("gateway")).contains("stories");
        assertThat(lines()).containsExactly(line);
    }

    @Test
    void declaresEveryMetricInItsUnit() {
        JsonObject line = log.reconciled(new Reconciliation(List.of(), List.of(), List.of()));

        JsonObject directive =
                (JsonObject)
                        line.object("_aws").orElseThrow().items("CloudWatchMetrics").getFirst();
        assertThat(directive.items("Metrics"))
                .hasSize(8)
                .allSatisfy(metric -> {
                    JsonObject declared = (JsonObject) metric;
                    String name = declared.text("Name").orElseThrow();
                    assertThat(line.integer(name)).isPresent();
                    assertThat(declared.text("Unit"))
                            .contains(name.equals("OldestOpenIntent") ? "Seconds" : "Count");
                });
    }

    @Test
    void reportsEachIntentThatIsSettledOrNeedsAPerson() {
        var event = SampleEvents.outcome(SampleEvents.intent("r-1"), "created");

        JsonObject summary =
                log.reconciled(
                        new Reconciliation(
                                List.of(
                                        look(1, new Settled(event)),
                                        look(2, new StillOpen(SettlementCause.UNTAGGED, "no tag")),
                                        look(3, new StillOpen(SettlementCause.BROKEN, "no intent")),
                                        look(4, new StillOpen(SettlementCause.ABSENT, "not there")),
                                        look(
                                                5,
                                                new StillOpen(
                                                        SettlementCause.ABSENT, "nor there"))),
                                List.of(),
                                List.of("r-spoiled")));

        assertThat(lines())
                .extracting(line -> line.text("requestId").orElse(""))
                .containsExactly("r-3", "r-2", "r-1", "", "");
        assertThat(lines().getFirst().text("level")).contains("ERROR");
        assertThat(summary.integer("OpenIntents")).contains(5L);
        assertThat(summary.integer("UntaggedClusters")).contains(1L);
        assertThat(summary.integer("BrokenOpenIntents")).contains(2L);
        assertThat(summary.integer("SettledIntents.created")).contains(1L);
        assertThat(summary.object("kept").orElseThrow().integer("absent")).contains(2L);
        assertThat(summary.object("examples").flatMap(all -> all.object("absent")))
                .hasValueSatisfying(oldest -> assertThat(oldest.text("requestId")).contains("r-5"));
        assertThat(summary.integer("OldestOpenIntent")).contains(300L);
    }

    @Test
    void namesTheOldestThatItLeft() {
        List<OpenIntentEntry> left =
                IntStream.rangeClosed(1, 500).mapToObj(ReconcilerLogTest::item).toList();

        JsonObject line = log.reconciled(new Reconciliation(List.of(), left, List.of()));

        assertThat(line.text("level")).contains("WARN");
        assertThat(line.integer("left")).contains(500L);
        assertThat(line.integer("IntentsNotLookedInto")).contains(500L);
        assertThat(line.items("leftRequestIds")).hasSize(100).startsWith(Json.of("r-500"));
        assertThat(line.integer("OldestOpenIntent")).contains(30_000L);
    }

    private static Look look(int minutes, SettlementResult settlementResult) {
        return new Look(item(minutes), settlementResult);
    }

    private static OpenIntentEntry item(int minutes) {
        return new OpenIntentEntry(
                "r-" + minutes,
                1,
                NOW.minusSeconds(60L * minutes),
                "ml-" + minutes,
                "00",
                Optional.empty());
    }

    private List<JsonObject> lines() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> (JsonObject) JsonReader.read(line).orElseThrow())
                .toList();
    }
}
