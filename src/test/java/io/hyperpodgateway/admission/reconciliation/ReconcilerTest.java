package io.hyperpodgateway.admission.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.port.OpenItem;
import io.hyperpodgateway.admission.reconciliation.Reconciliation.Look;
import io.hyperpodgateway.admission.settlement.Resolution.Cause;
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
    private static final ClusterLookup ALL = (name, _) -> Optional.of(Backlogs.cluster(name));

    private final Backlogs backlog = new Backlogs();

    @Test
    void tellsOfNothingWhereNothingIsOpen() {
        Reconciliation done = backlog.run(ALL);

        assertThat(done.open()).isZero();
        assertThat(done.oldest(Backlogs.NOON)).isZero();
        assertThat(done.settled()).isEmpty();
        assertThat(done.kept()).isEmpty();
    }

    @Test
    void settlesWhatIsOpen() {
        AuditEvent intent = backlog.open(1, Duration.ofMinutes(5));

        Reconciliation done = backlog.run(ALL);

        assertThat(done.settled()).isEqualTo(Map.of("created", 1L));
        assertThat(done.open()).isZero();
        AuditEvent resolved = backlog.log.events().getLast();
        assertThat(resolved.type()).isEqualTo(EventType.RESOLVED);
        assertThat(resolved.text("previousSha256")).contains(intent.sha256());
        assertThat(resolved.text("accountId")).contains("111122223333");
        assertThat(resolved.text("lambdaRequestId")).contains("lambda-1");
        assertThat(resolved.text("principal")).isEmpty();
    }

    @Test
    void settlesAnAbsentClusterInItsSecondRun() {
        backlog.open(1, Duration.ofMinutes(15));

        assertThat(backlog.run(NONE).kept()).isEqualTo(Map.of(Cause.ABSENT, 1L));
        backlog.clock.forward(Duration.ofMinutes(5));

        assertThat(backlog.run(NONE).settled()).isEqualTo(Map.of("not-created", 1L));
        assertThat(backlog.log.openIntents()).isEmpty();
    }

    @Test
    void asksNobodyAboutAYoungIntent() {
        backlog.open(1, Duration.ofMinutes(2).minusMillis(1));
        var asked = new AtomicInteger();

        Reconciliation done =
                backlog.run((_, _) -> {
                    asked.incrementAndGet();
                    return Optional.empty();
                });

        assertThat(asked).hasValue(0);
        assertThat(done.kept()).isEqualTo(Map.of(Cause.YOUNG, 1L));
        assertThat(done.open()).isOne();
    }

    @Test
    void tellsTheAgeOfTheOldest() {
        backlog.open(1, Duration.ofMinutes(10));
        backlog.open(2, Duration.ofHours(3));
        backlog.open(3, Duration.ofSeconds(1));

        assertThat(backlog.run(NONE).oldest(Backlogs.NOON)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void worksThroughAThousandWithinItsTime() {
        IntStream.range(0, 1000).forEach(i -> backlog.open(i, Duration.ofSeconds(1000 + i)));
        var slow = new SlowClusters(backlog.clock, Duration.ofMillis(1600));

        Reconciliation done = backlog.run(slow);

        assertThat(done.settled()).isEqualTo(Map.of("created", 1000L));
        assertThat(done.left()).isEmpty();
        assertThat(backlog.log.openIntents()).isEmpty();
        assertThat(slow.mostAtOnce()).isBetween(1, Reconciler.AT_ONCE);
        assertThat(backlog.clock.instant())
                .isBefore(Backlogs.NOON.plus(Backlogs.TIMEOUT.minusSeconds(5)));
    }

    @Test
    void takesTheOldestFirstAndStopsWithTimeToSpare() {
        IntStream.range(0, 1000).forEach(i -> backlog.open(i, Duration.ofSeconds(5000 - i)));
        var slow = new SlowClusters(backlog.clock, Duration.ofSeconds(4));

        Reconciliation done = backlog.run(slow);

        int looked = done.looks().size();
        assertThat(looked).isBetween(400, 500);
        assertThat(done.left())
                .extracting(OpenItem::requestId)
                .containsExactlyElementsOf(
                        IntStream.range(looked, 1000).mapToObj(Backlogs::id).toList());
        assertThat(done.open()).isEqualTo(1000 - looked);
        assertThat(backlog.clock.instant())
                .isBefore(Backlogs.NOON.plus(Backlogs.TIMEOUT.minusSeconds(5)));
        assertThat(done.oldest(Backlogs.NOON)).isEqualTo(Duration.ofSeconds(5000 - looked));
    }

    @Test
    void triesAgainWhatIsThrottledAfterAPause() {
        backlog.open(1, Duration.ofMinutes(10));
        var asked = new AtomicInteger();

        Reconciliation done =
                backlog.run((name, _) -> {
                    if (asked.incrementAndGet() <= 3) throw throttled();
                    return Optional.of(Backlogs.cluster(name));
                });

        assertThat(done.settled()).isEqualTo(Map.of("created", 1L));
        assertThat(backlog.pauses)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void givesUpInTimeWhereEverythingIsThrottled() {
        IntStream.range(0, 100).forEach(i -> backlog.open(i, Duration.ofMinutes(10 + i)));
        var asked = new AtomicInteger();

        Reconciliation done =
                backlog.run((_, _) -> {
                    asked.incrementAndGet();
                    throw throttled();
                });

        assertThat(done.looks()).isEmpty();
        assertThat(done.left()).hasSize(100);
        assertThat(done.open()).isEqualTo(100);
        assertThat(asked).hasValueLessThan(100);
        assertThat(backlog.pauses).allMatch(pause -> pause.compareTo(Duration.ofSeconds(16)) <= 0);
        assertThat(backlog.clock.instant()).isBefore(Backlogs.NOON.plus(Backlogs.TIMEOUT));
    }

    @Test
    void goesOnWhenOneItemFails() {
        backlog.open(1, Duration.ofMinutes(40));
        backlog.open(2, Duration.ofMinutes(30));
        backlog.open(3, Duration.ofMinutes(20));

        Reconciliation done =
                backlog.run((name, _) -> {
                    if (name.equals("ml-1")) throw new IllegalStateException("a bug");
                    if (name.equals("ml-2")) throw failed(Problem.SAGEMAKER_UNAVAILABLE);
                    return Optional.of(Backlogs.cluster(name));
                });

        assertThat(done.kept()).isEqualTo(Map.of(Cause.FAILED, 1L, Cause.UNSEEN, 1L));
        assertThat(done.settled()).isEqualTo(Map.of("created", 1L));
        assertThat(backlog.bugs).extracting(v -> v.requestId()).containsExactly(Backlogs.id(1));
    }

    @Test
    void settlesNothingWhereTheRecordCannotBeRead() {
        backlog.open(1, Duration.ofMinutes(10));

        Reconciliation done =
                backlog.run(
                        FailingAuditLog.refusing(backlog.log, FailingAuditLog.Call.EVENTS_OF), ALL);

        assertThat(done.kept()).isEqualTo(Map.of(Cause.UNRECORDED, 1L));
    }

    @Test
    void tellsOfAnItemWithoutIntent() {
        backlog.items.leaveOver(Backlogs.item(Backlogs.intent(7, Duration.ofMinutes(10))));

        assertThat(backlog.run(ALL).kept()).isEqualTo(Map.of(Cause.BROKEN, 1L));
    }

    @Test
    void tellsOfAnItemThatIsLeftOver() {
        AuditEvent intent = backlog.open(1, Duration.ofMinutes(10));
        backlog.log.conclude(SampleEvents.outcome(intent, "created"), Backlogs.BUDGET);
        backlog.items.leaveOver(Backlogs.item(intent));

        Reconciliation done = backlog.run(NONE);

        assertThat(done.looks())
                .singleElement()
                .satisfies(look -> assertThat(look.isOpenFor(Cause.BROKEN)).isTrue());
        assertThat(backlog.log.events()).hasSize(2);
    }

    @Test
    void tellsOfAnItemOfAnotherIntent() {
        AuditEvent intent = backlog.open(1, Duration.ofMinutes(10));
        backlog.log.conclude(SampleEvents.outcome(intent, "not-created"), Backlogs.BUDGET);
        backlog.items.leaveOver(Backlogs.item(Backlogs.intent(1, Duration.ofMinutes(11))));

        assertThat(backlog.run(ALL).kept()).isEqualTo(Map.of(Cause.BROKEN, 1L));
    }

    @Test
    void countsWhatItCannotRead() {
        backlog.items.spoil("r-spoiled");

        Reconciliation done = backlog.run(ALL);

        assertThat(done.open()).isOne();
        assertThat(done.unreadable()).containsExactly("r-spoiled");
    }

    @Test
    void findsWhatAnotherSettledBetweenListingAndLooking() {
        AuditEvent intent = backlog.open(1, Duration.ofMinutes(10));
        AuditEvent winner = SampleEvents.outcome(intent, "created");

        Reconciliation done = backlog.run(new ConcludedMeanwhile(backlog.log, winner), ALL);

        assertThat(done.settled()).isEqualTo(Map.of("created", 1L));
        assertThat(backlog.log.events()).containsExactly(intent, winner);
    }

    @Test
    void leavesAnotherAttemptThatHasBegunMeanwhileToItsWriter() {
        AuditEvent intent = backlog.open(1, Duration.ofMinutes(10));
        AuditEvent outcome = SampleEvents.outcome(intent, "not-created");
        AuditEvent another = SampleEvents.another(intent);

        Reconciliation done =
                backlog.run(
                        new ConcludedMeanwhile(backlog.log, outcome, Optional.of(another)), ALL);

        assertThat(done.kept()).isEqualTo(Map.of(Cause.YOUNG, 1L));
        assertThat(backlog.log.openIntents()).containsExactly(another);
    }

    @Test
    void leavesTheRestWhereAPauseIsInterrupted() {
        backlog.open(1, Duration.ofMinutes(10));
        backlog.pausing =
                _ -> {
                    throw new InterruptedException();
                };

        Reconciliation done =
                backlog.run((_, _) -> {
                    throw throttled();
                });

        assertThat(done.left()).extracting(OpenItem::requestId).containsExactly(Backlogs.id(1));
        assertThat(backlog.log.openIntents()).hasSize(1);
    }

    @Test
    void staysInterruptedAndLeavesTheRestToTheNextRun() {
        IntStream.range(0, 20).forEach(i -> backlog.open(i, Duration.ofMinutes(10)));

        Thread.currentThread().interrupt();
        backlog.run(ALL);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(backlog.run(ALL).open()).isZero();
        assertThat(backlog.log.openIntents()).isEmpty();
    }

    @Test
    void failsWhereAWorkerDoes() {
        backlog.open(1, Duration.ofMinutes(10));
        backlog.pausing =
                _ -> {
                    throw new IllegalStateException("a bug");
                };

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        backlog.run((_, _) -> {
                            throw throttled();
                        }))
                .withMessage("a worker failed")
                .withStackTraceContaining("a bug");
    }

    @Test
    void endsInOneEventHoweverManyRunAtOnce() {
        IntStream.range(0, 50).forEach(i -> backlog.open(i, Duration.ofMinutes(10)));
        var runs = new CopyOnWriteArrayList<Reconciliation>();

        var threads =
                IntStream.range(0, 4)
                        .mapToObj(_ -> Thread.startVirtualThread(() -> runs.add(backlog.run(ALL))))
                        .toList();
        threads.forEach(ReconcilerTest::join);

        assertThat(runs).hasSize(4).allMatch(done -> done.open() == 0);
        for (int i = 0; i < 50; i++) {
            assertThat(backlog.log.eventsOf(Backlogs.id(i), Backlogs.BUDGET)).hasSize(2);
            assertThat(
                            new RequestHistory(
                                            backlog.log.eventsOf(Backlogs.id(i), Backlogs.BUDGET))
                                    .outcome())
                    .isEqualTo("created");
        }
        assertThat(runs.stream().flatMap(done -> done.looks().stream()).map(Look::resolution))
                .extracting(Object::getClass)
                .allMatch(type -> type.getSimpleName().equals("Settled"));
    }

    @Test
    void failsWhereTheOpenIntentsCannotBeListed() {
        backlog.items.failListing();

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> backlog.run(ALL));
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
