package io.hyperpodgateway.admission.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.reconciliation.Reconciliation.Look;
import io.hyperpodgateway.admission.settlement.SettlementResult.SettlementCause;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.FailingAuditLog;
import io.hyperpodgateway.audit.RequestHistory;
import io.hyperpodgateway.audit.SampleEvents;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class ReconcilerTest {

    private static final ClusterLookup NONE = (_, _) -> Optional.empty();
    private static final ClusterLookup ALL =
            (name, _) -> Optional.of(ReconcilerFixture.cluster(name));

    private final ReconcilerFixture fixture = new ReconcilerFixture();

    @Test
    void reportsNothingWhereNothingIsOpen() {
        Reconciliation done = fixture.run(ALL);

        assertThat(done.open()).isZero();
        assertThat(done.oldest(ReconcilerFixture.NOON)).isZero();
        assertThat(done.settled()).isEmpty();
        assertThat(done.kept()).isEmpty();
    }

    @Test
    void settlesWhatIsOpen() {
        AuditEvent intent = fixture.open(1, Duration.ofMinutes(5));

        Reconciliation done = fixture.run(ALL);

        assertThat(done.settled()).isEqualTo(Map.of("created", 1L));
        assertThat(done.open()).isZero();
        AuditEvent resolved = fixture.log.events().getLast();
        assertThat(resolved.type()).isEqualTo(EventType.RESOLVED);
        assertThat(resolved.text("previousSha256")).contains(intent.sha256());
        assertThat(resolved.text("accountId")).contains("111122223333");
        assertThat(resolved.text("lambdaRequestId")).contains("lambda-1");
        assertThat(resolved.text("principal")).isEmpty();
    }

    @Test
    void settlesAnAbsentClusterInItsSecondRun() {
        fixture.open(1, Duration.ofMinutes(15));

        assertThat(fixture.run(NONE).kept()).isEqualTo(Map.of(SettlementCause.ABSENT, 1L));
        fixture.clock.forward(Duration.ofMinutes(5));

        assertThat(fixture.run(NONE).settled()).isEqualTo(Map.of("not-created", 1L));
        assertThat(fixture.log.openIntents()).isEmpty();
    }

    @Test
    void asksNobodyAboutAYoungIntent() {
        fixture.open(1, Duration.ofMinutes(2).minusMillis(1));
        var calls = new AtomicInteger();

        Reconciliation done =
                fixture.run((_, _) -> {
                    calls.incrementAndGet();
                    return Optional.empty();
                });

        assertThat(calls).hasValue(0);
        assertThat(done.kept()).isEqualTo(Map.of(SettlementCause.YOUNG, 1L));
        assertThat(done.open()).isOne();
    }

    @Test
    void reportsTheAgeOfTheOldest() {
        fixture.open(1, Duration.ofMinutes(10));
        fixture.open(2, Duration.ofHours(3));
        fixture.open(3, Duration.ofSeconds(1));

        assertThat(fixture.run(NONE).oldest(ReconcilerFixture.NOON)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void worksThroughAThousandWithinItsTime() {
        IntStream.range(0, 1000).forEach(i -> fixture.open(i, Duration.ofSeconds(1000 + i)));
        var slow = new SlowClusterLookup(fixture.clock, Duration.ofMillis(1600));

        Reconciliation done = fixture.run(slow);

        assertThat(done.settled()).isEqualTo(Map.of("created", 1000L));
        assertThat(done.left()).isEmpty();
        assertThat(fixture.log.openIntents()).isEmpty();
        assertThat(slow.mostAtOnce()).isBetween(1, Reconciler.AT_ONCE);
        assertThat(fixture.clock.instant())
                .isBefore(ReconcilerFixture.NOON.plus(ReconcilerFixture.TIMEOUT.minusSeconds(5)));
    }

    @Test
    void takesTheOldestFirstAndStopsWithTimeToSpare() {
        IntStream.range(0, 1000).forEach(i -> fixture.open(i, Duration.ofSeconds(5000 - i)));
        var slow = new SlowClusterLookup(fixture.clock, Duration.ofSeconds(4));

        Reconciliation done = fixture.run(slow);

        int looked = done.looks().size();
        assertThat(looked).isBetween(400, 500);
        assertThat(done.left())
                .extracting(OpenIntentEntry::requestId)
                .containsExactlyElementsOf(
                        IntStream.range(looked, 1000).mapToObj(ReconcilerFixture::id).toList());
        assertThat(done.open()).isEqualTo(1000 - looked);
        assertThat(fixture.clock.instant())
                .isBefore(ReconcilerFixture.NOON.plus(ReconcilerFixture.TIMEOUT.minusSeconds(5)));
        assertThat(done.oldest(ReconcilerFixture.NOON))
                .isEqualTo(Duration.ofSeconds(5000 - looked));
    }

    @Test
    void triesAgainWhatIsThrottledAfterAPause() {
        fixture.open(1, Duration.ofMinutes(10));
        var calls = new AtomicInteger();

        Reconciliation done =
                fixture.run((name, _) -> {
                    if (calls.incrementAndGet() <= 3) throw throttled();
                    return Optional.of(ReconcilerFixture.cluster(name));
                });

        assertThat(done.settled()).isEqualTo(Map.of("created", 1L));
        assertThat(fixture.pauses)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void givesUpInTimeWhereEverythingIsThrottled() {
        IntStream.range(0, 100).forEach(i -> fixture.open(i, Duration.ofMinutes(10 + i)));
        var calls = new AtomicInteger();

        Reconciliation done =
                fixture.run((_, _) -> {
                    calls.incrementAndGet();
                    throw throttled();
                });

        assertThat(done.looks()).isEmpty();
        assertThat(done.left()).hasSize(100);
        assertThat(done.open()).isEqualTo(100);
        assertThat(calls).hasValueLessThan(100);
        assertThat(fixture.pauses).allMatch(pause -> pause.compareTo(Duration.ofSeconds(16)) <= 0);
        assertThat(fixture.clock.instant())
                .isBefore(ReconcilerFixture.NOON.plus(ReconcilerFixture.TIMEOUT));
    }

    @Test
    void goesOnWhenOneItemFails() {
        fixture.open(1, Duration.ofMinutes(40));
        fixture.open(2, Duration.ofMinutes(30));
        fixture.open(3, Duration.ofMinutes(20));

        Reconciliation done =
                fixture.run((name, _) -> {
                    if (name.equals("ml-1")) throw new IllegalStateException("a bug");
                    if (name.equals("ml-2")) throw failed(Problem.SAGEMAKER_UNAVAILABLE);
                    return Optional.of(ReconcilerFixture.cluster(name));
                });

        assertThat(done.kept())
                .isEqualTo(Map.of(SettlementCause.FAILED, 1L, SettlementCause.UNSEEN, 1L));
        assertThat(done.settled()).isEqualTo(Map.of("created", 1L));
        assertThat(fixture.bugs)
                .extracting(v -> v.requestId())
                .containsExactly(ReconcilerFixture.id(1));
    }

    @Test
    void settlesNothingWhereTheRecordCannotBeRead() {
        fixture.open(1, Duration.ofMinutes(10));

        Reconciliation done =
                fixture.run(
                        FailingAuditLog.refusing(fixture.log, FailingAuditLog.LogMethod.EVENTS_OF),
                        ALL);

        assertThat(done.kept()).isEqualTo(Map.of(SettlementCause.UNRECORDED, 1L));
    }

    @Test
    void reportsAnItemWithoutIntent() {
        fixture.store.leaveOver(
                ReconcilerFixture.entry(ReconcilerFixture.intent(7, Duration.ofMinutes(10))));

        assertThat(fixture.run(ALL).kept()).isEqualTo(Map.of(SettlementCause.BROKEN, 1L));
    }

    @Test
    void reportsAnItemThatIsLeftOver() {
        AuditEvent intent = fixture.open(1, Duration.ofMinutes(10));
        fixture.log.conclude(SampleEvents.outcome(intent, "created"), ReconcilerFixture.BUDGET);
        fixture.store.leaveOver(ReconcilerFixture.entry(intent));

        Reconciliation done = fixture.run(NONE);

        assertThat(done.looks())
                .singleElement()
                .satisfies(look -> assertThat(look.isOpenFor(SettlementCause.BROKEN)).isTrue());
        assertThat(fixture.log.events()).hasSize(2);
    }

    @Test
    void reportsAnItemOfAnotherIntent() {
        AuditEvent intent = fixture.open(1, Duration.ofMinutes(10));
        fixture.log.conclude(SampleEvents.outcome(intent, "not-created"), ReconcilerFixture.BUDGET);
        fixture.store.leaveOver(
                ReconcilerFixture.entry(ReconcilerFixture.intent(1, Duration.ofMinutes(11))));

        assertThat(fixture.run(ALL).kept()).isEqualTo(Map.of(SettlementCause.BROKEN, 1L));
    }

    @Test
    void countsWhatItCannotRead() {
        fixture.store.spoil("r-spoiled");

        Reconciliation done = fixture.run(ALL);

        assertThat(done.open()).isOne();
        assertThat(done.unreadable()).containsExactly("r-spoiled");
    }

    @Test
    void findsWhatAnotherSettledBetweenListingAndLooking() {
        AuditEvent intent = fixture.open(1, Duration.ofMinutes(10));
        AuditEvent winner = SampleEvents.outcome(intent, "created");

        Reconciliation done =
                fixture.run(new ConcurrentlyConcludedAuditLog(fixture.log, winner), ALL);

        assertThat(done.settled()).isEqualTo(Map.of("created", 1L));
        assertThat(fixture.log.events()).containsExactly(intent, winner);
    }

    @Test
    void leavesAnotherAttemptThatHasBegunMeanwhileToItsWriter() {
        AuditEvent intent = fixture.open(1, Duration.ofMinutes(10));
        AuditEvent outcome = SampleEvents.outcome(intent, "not-created");
        AuditEvent another = SampleEvents.another(intent);

        Reconciliation done =
                fixture.run(
                        new ConcurrentlyConcludedAuditLog(
                                fixture.log, outcome, Optional.of(another)),
                        ALL);

        assertThat(done.kept()).isEqualTo(Map.of(SettlementCause.YOUNG, 1L));
        assertThat(fixture.log.openIntents()).containsExactly(another);
    }

    @Test
    void leavesTheRestWhereAPauseIsInterrupted() {
        fixture.open(1, Duration.ofMinutes(10));
        fixture.sleeper =
                _ -> {
                    throw new InterruptedException();
                };

        Reconciliation done =
                fixture.run((_, _) -> {
                    throw throttled();
                });

        assertThat(done.left())
                .extracting(OpenIntentEntry::requestId)
                .containsExactly(ReconcilerFixture.id(1));
        assertThat(fixture.log.openIntents()).hasSize(1);
    }

    @Test
    void staysInterruptedAndLeavesTheRestToTheNextRun() {
        IntStream.range(0, 20).forEach(i -> fixture.open(i, Duration.ofMinutes(10)));

        Thread.currentThread().interrupt();
        fixture.run(ALL);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(fixture.run(ALL).open()).isZero();
        assertThat(fixture.log.openIntents()).isEmpty();
    }

    @Test
    void failsWhereAWorkerDoes() {
        fixture.open(1, Duration.ofMinutes(10));
        fixture.sleeper =
                _ -> {
                    throw new IllegalStateException("a bug");
                };

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        fixture.run((_, _) -> {
                            throw throttled();
                        }))
                .withMessage("a worker failed")
                .withStackTraceContaining("a bug");
    }

    @Test
    void endsInOneEventHoweverManyRunAtOnce() {
        IntStream.range(0, 50).forEach(i -> fixture.open(i, Duration.ofMinutes(10)));
        var runs = new CopyOnWriteArrayList<Reconciliation>();

        var threads =
                IntStream.range(0, 4)
                        .mapToObj(_ -> Thread.startVirtualThread(() -> runs.add(fixture.run(ALL))))
                        .toList();
        threads.forEach(ReconcilerTest::join);

        assertThat(runs).hasSize(4).allMatch(done -> done.open() == 0);
        for (int i = 0; i < 50; i++) {
            assertThat(fixture.log.eventsOf(ReconcilerFixture.id(i), ReconcilerFixture.BUDGET))
                    .hasSize(2);
            assertThat(
                            new RequestHistory(
                                            fixture.log.eventsOf(
                                                    ReconcilerFixture.id(i),
                                                    ReconcilerFixture.BUDGET))
                                    .outcome())
                    .isEqualTo("created");
        }
        assertThat(runs.stream().flatMap(done -> done.looks().stream()).map(Look::settlementResult))
                .extracting(Object::getClass)
                .allMatch(type -> type.getSimpleName().equals("Settled"));
    }

    @Test
    void failsWhereTheOpenIntentsCannotBeListed() {
        fixture.store.failListing();

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> fixture.run(ALL));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static LookupFailedException throttled() {
        return failed(Problem.THROTTLED);
    }

    private static LookupFailedException failed(Problem problem) {
        return new LookupFailedException(problem, problem.id(), new IllegalStateException());
    }
}
