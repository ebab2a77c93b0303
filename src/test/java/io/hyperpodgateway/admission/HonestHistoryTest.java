package io.hyperpodgateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.FailingAuditLog.LogMethod;
import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.DigestRun;
import io.hyperpodgateway.audit.digest.InMemoryRecord;
import io.hyperpodgateway.audit.verify.AuditVerifier;
import io.hyperpodgateway.audit.verify.InMemoryRecordTable;
import io.hyperpodgateway.audit.verify.Verdict;
import io.hyperpodgateway.identity.Unidentified;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;

/// The verifier finds nothing in records that the gateway wrote, whatever their order.
class HonestHistoryTest {

    private static final int STEPS = 120;

    private AdmissionFixture admissionFixture = new AdmissionFixture();
    private KeyedRequests keyedRequests = new KeyedRequests(admissionFixture);
    private InMemoryRecord record = new InMemoryRecord();
    private Instant now = AdmissionFixture.NOW;
    private Optional<Digest> latest = Optional.empty();

    @Test
    void verifiesAfterEveryStep() {
        var orders = new TreeSet<String>();
        for (long seed = 1; seed <= 8; seed++) {
            reset();
            var random = new Random(seed);
            for (int step = 0; step < STEPS; step++) {
                step(random);
                admissionFixture.log.events().forEach(record::put);
                assertThat(verdict().failures()).as("seed %d, step %d", seed, step).isEmpty();
            }
            orders.addAll(orders());
        }
        assertThat(orders)
                .as("what came about")
                .contains(
                        "INTENDED", "INTENDED COMPLETED", "INTENDED RESOLVED", "REFUSED", "DRY_RUN")
                .anyMatch(order -> order.contains("COMPLETED INTENDED COMPLETED INTENDED"))
                .anyMatch(order -> order.contains("RESOLVED INTENDED"));
    }

    private void reset() {
        admissionFixture = new AdmissionFixture();
        keyedRequests = new KeyedRequests(admissionFixture);
        record = new InMemoryRecord();
        now = AdmissionFixture.NOW;
        latest = Optional.empty();
    }

    private void step(Random random) {
        int number = random.nextInt(10);
        String key = "key-" + number;
        String body = random.nextInt(8) == 0 ? "{}" : named("c-" + number / 2);
        admissionFixture.clusters.creating(creation(random));
        switch (random.nextInt(12)) {
            case 0 ->
                    admissionFixture.refusing(
                            LogMethod.values()[random.nextInt(LogMethod.values().length)]);
            case 1 -> admissionFixture.refusing();
            case 2 -> forward(Duration.ofMinutes(random.nextInt(200)));
            case 3 -> digest();
            case 4 -> keyedRequests.submit(body, key, true, AdmissionFixture.role("ml-research"));
            case 5 -> keyedRequests.submit(body, key, false, new Unidentified("nobody"));
            default -> keyedRequests.submit(body, key, false, AdmissionFixture.role("ml-research"));
        }
    }

    private Function<JsonObject, CreationResult> creation(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> admissionFixture.clusters::make;
            case 1 -> _ -> notMade(Problem.THROTTLED, true);
            case 2 -> _ -> notMade(Problem.REJECTED_BY_SAGEMAKER, random.nextBoolean());
            case 3 ->
                    request -> {
                        admissionFixture.clusters.make(request);
                        return new CreationResult.Unknown(
                                "the connection was lost", Optional.empty());
                    };
            default -> _ -> new CreationResult.Unknown("time ran out", Optional.empty());
        };
    }

    private static CreationResult notMade(Problem problem, boolean retryHelps) {
        return new CreationResult.NotMade(problem, "no", List.of(), retryHelps, Optional.empty());
    }

    private static String named(String cluster) {
        return AdmissionFixture.GOOD.replace("\"vision\",", "\"%s\",".formatted(cluster));
    }

    private void forward(Duration time) {
        admissionFixture.advance(time);
        now = now.plus(time);
    }

    private void digest() {
        latest = new DigestRun(record, record, clock()).run(() -> true).latest();
    }

    private Verdict verdict() {
        return AuditVerifier.verify(
                new InMemoryRecordTable(record),
                latest.map(Anchor::of).stream().toList(),
                clock(),
                _ -> {});
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /// The types of each request's events, in order.
    private List<String> orders() {
        return admissionFixture.log.events().stream()
                .map(AuditEvent::requestId)
                .distinct()
                .map(id ->
                        keyedRequests.events(id).stream()
                                .map(AuditEvent::type)
                                .map(EventType::name)
                                .reduce((all, next) -> all + " " + next)
                                .orElseThrow())
                .distinct()
                .toList();
    }
}
