package io.hyperpodgateway.lambda.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.AnchorStore;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.DigestRun;
import io.hyperpodgateway.audit.digest.Hour;
import io.hyperpodgateway.audit.digest.HourlyEvents;
import io.hyperpodgateway.audit.digest.InMemoryRecord;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class DigestJobTest {

    private static final Hour TEN = Hour.parse("2026-11-23T10").orElseThrow();
    private static final Clock CLOCK =
            Clock.fixed(TEN.plus(2).start().plusSeconds(900), ZoneOffset.UTC);

    private final InMemoryRecord record = new InMemoryRecord();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final List<Digest> kept = new ArrayList<>();

    @Test
    void reportsTheRootAndCountsWhatWasMade() {
        record.put(HourlyEvents.intent(TEN, "r-1"));

        job(kept::add).run(() -> true);

        Digest latest = record.of(TEN.plus(1)).orElseThrow();
        JsonObject line = lines().getFirst();
        assertThat(line.text("level")).contains("INFO");
        assertThat(line.text("root")).contains(Anchor.of(latest).toString());
        assertThat(line.integer("DigestsMade")).contains(2L);
        assertThat(line.integer("LateEvents")).contains(0L);
        assertThat(line.integer("HoursBehind")).contains(0L);
        assertThat(line.get("_aws")).isPresent();
        assertThat(kept).containsExactly(latest);
    }

    @Test
    void keepsTheNewestAgainThoughNoneIsMade() {
        job(kept::add).run(() -> true);
        job(kept::add).run(() -> true);

        assertThat(kept).hasSize(2);
        assertThat(kept.getFirst()).isEqualTo(kept.getLast());
    }

    @Test
    void reportsWhatIsLeftForLackOfTime() {
        job(kept::add).run(() -> false);

        assertThat(lines().getFirst().text("level")).contains("WARN");
        assertThat(lines().getFirst().integer("HoursBehind")).contains(1L);
        assertThat(kept).isEmpty();
    }

    @Test
    void failsWhereTheNewestCannotBeKept() {
        AnchorStore broken =
                _ -> {
                    throw new AuditUnavailableException(
                            "bucket gone", new IllegalStateException("x"));
                };

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> job(broken).run(() -> true));

        assertThat(lines().getLast().text("level")).contains("ERROR");
        assertThat(lines().getLast().integer("FailedDigests")).contains(1L);
        assertThat(record.of(TEN.plus(1))).as("made all the same").isPresent();
    }

    @Test
    void reportsWrongSettingsAndFails() {
        DigestJob job =
                DigestWiring.job(
                        Map.of(
                                "AUDIT_TABLE",
                                "a",
                                "DIGEST_BUCKET",
                                "A_B",
                                "DIGEST_RETENTION_DAYS",
                                "99999"),
                        AnonymousCredentialsProvider.create(),
                        CLOCK,
                        out);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> job.run(() -> true))
                .withMessageContaining("AUDIT_TABLE")
                .withMessageContaining("AWS_REGION")
                .withMessageContaining("DIGEST_BUCKET")
                .withMessageContaining("DIGEST_RETENTION_DAYS");
        assertThat(lines().getFirst().items("mistakes")).hasSize(4);
    }

    private DigestJob job(AnchorStore anchorStore) {
        return DigestJob.of(
                new DigestRun(record, record, CLOCK),
                Optional.of(anchorStore),
                new DigestLog(out, "hyperpod-gateway", CLOCK));
    }

    private List<JsonObject> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().map(DigestJobTest::read).toList();
    }

    private static JsonObject read(String line) {
        Json json = JsonReader.read(line).orElseThrow();
        return (JsonObject) json;
    }
}
