package io.hyperpodgateway.audit.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class DigestRunTest {

    private static final Hour TEN = Hour.parse("2026-11-23T10").orElseThrow();

    private final InMemoryRecord record = new InMemoryRecord();

    @Test
    void beginsWithTheHourThatEndedLastWhereThereIsNoEvent() {
        DigestRunResult result = runIn(TEN.plus(1), 15);

        assertThat(result.made()).extracting(Digest::hour).containsExactly(TEN);
        Digest first = result.made().getFirst();
        assertThat(first.hashMatches()).isTrue();
        assertThat(first.previousSha256()).contains(AuditEvent.NO_PREVIOUS);
        assertThat(first.eventCount()).isZero();
        assertThat(first.pageCount()).isZero();
        assertThat(first.root()).contains(new MerkleTree().root());
        assertThat(result.hoursBehind()).isZero();
    }

    @Test
    void leavesAnHourAloneUntilItsIndexHadTime() {
        assertThat(runIn(TEN.plus(1), 13).latest().orElseThrow().hour()).isEqualTo(TEN.plus(-1));
        assertThat(runIn(TEN.plus(1), 14).latest().orElseThrow().hour()).isEqualTo(TEN);
    }

    @Test
    void beginsWithTheFirstEventsHourAndCatchesUpInOrder() {
        record.put(HourlyEvents.intent(TEN.plus(-3), "r-1"));

        List<Digest> made = runIn(TEN.plus(1), 15).made();

        assertThat(made)
                .extracting(Digest::hour)
                .containsExactly(TEN.plus(-3), TEN.plus(-2), TEN.plus(-1), TEN);
        assertThat(made).extracting(Digest::eventCount).containsExactly(1L, 0L, 0L, 0L);
        for (int i = 1; i < made.size(); i++) {
            assertThat(made.get(i).previousSha256()).contains(made.get(i - 1).sha256());
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "1999,1", "2000,1", "2001,2", "4000,2", "4001,3"})
    void listsAnHoursEventsInPagesOfTwoThousand(int events, int pages) {
        List<AuditEvent> intents = HourlyEvents.intents(TEN, events);
        intents.reversed().forEach(record::put);

        Digest digest = runIn(TEN.plus(1), 15).made().getFirst();

        assertThat(digest.pageCount()).isEqualTo(pages);
        assertThat(digest.eventCount()).isEqualTo(events);
        assertThat(listed(TEN))
                .containsExactlyElementsOf(intents.stream().map(HourlyEvents::entry).toList());
        var tree = new MerkleTree();
        intents.forEach(event -> tree.add(HourlyEvents.entry(event).leaf()));
        assertThat(digest.root()).contains(tree.root());
    }

    @Test
    void listsWhatTurnedUpLateOnceInTheNextDigest() {
        AuditEvent late = HourlyEvents.intent(TEN, "r-late");
        record.put(HourlyEvents.intent(TEN, "r-1"));
        record.putUnindexed(late);
        runIn(TEN.plus(1), 15);
        record.index();

        DigestRunResult next = runIn(TEN.plus(2), 15);
        DigestRunResult afterThat = runIn(TEN.plus(3), 15);

        assertThat(next.lateEvents()).isEqualTo(1);
        assertThat(record.pagesOf(TEN.plus(1)))
                .singleElement()
                .satisfies(page -> {
                    assertThat(page.late()).containsExactly(HourlyEvents.entry(late));
                    assertThat(page.events()).isEmpty();
                    assertThat(page.members().text("late").orElseThrow())
                            .isEqualTo(
                                    "[[\"REQUEST#r-late\",\"EVENT#0001\",\"%s\",\"2026-11-23T10\"]]"
                                            .formatted(late.sha256()));
                });
        assertThat(afterThat.lateEvents()).isZero();
    }

    @Test
    void looksBackTwoDaysAndNoFurther() {
        record.put(HourlyEvents.intent(TEN.plus(-60), "r-first"));
        runIn(TEN.plus(1), 15);
        AuditEvent within = HourlyEvents.intent(TEN.plus(1 - 48), "r-within");
        record.put(within);
        record.put(HourlyEvents.intent(TEN.plus(1 - 49), "r-beyond"));

        assertThat(runIn(TEN.plus(2), 15).lateEvents()).isEqualTo(1);
        assertThat(listed(TEN.plus(1))).containsExactly(HourlyEvents.entry(within));
    }

    @Test
    void listsTheEventsOfAnHourBeforeTheChainAsLate() {
        record.putUnindexed(HourlyEvents.intent(TEN.plus(-2), "r-1"));
        runIn(TEN.plus(1), 15);
        record.index();

        assertThat(runIn(TEN.plus(2), 15).lateEvents()).isEqualTo(1);
    }

    @Test
    void stopsWhenTimeIsUpAndSaysWhatIsLeft() {
        record.put(HourlyEvents.intent(TEN.plus(-9), "r-1"));
        var left = new AtomicInteger(4);

        DigestRunResult stopped = run(TEN.plus(1), 15).run(() -> left.getAndDecrement() > 0);
        DigestRunResult rest = runIn(TEN.plus(1), 15);

        assertThat(stopped.made()).hasSize(4);
        assertThat(stopped.hoursBehind()).isEqualTo(6);
        assertThat(rest.made()).hasSize(6);
        assertThat(rest.made().getFirst().previousSha256())
                .contains(stopped.made().getLast().sha256());
    }

    @Test
    void makesNothingTwice() {
        DigestRunResult first = runIn(TEN.plus(1), 15);
        DigestRunResult again = runIn(TEN.plus(1), 40);

        assertThat(again.made()).isEmpty();
        assertThat(again.latest()).isEqualTo(first.latest());
    }

    @Test
    void finishesWhatAStoppedRunLeftAndKeepsItsPages() {
        List<AuditEvent> intents = HourlyEvents.intents(TEN, 2_500);
        List<Entry> entries = intents.stream().map(HourlyEvents::entry).toList();
        var existing = new DigestPage(TEN, 1, entries.subList(100, 1_000));
        record.put(existing);
        intents.forEach(record::put);

        Digest digest = runIn(TEN.plus(1), 15).made().getFirst();

        assertThat(record.pagesOf(TEN).getFirst()).isEqualTo(existing);
        assertThat(digest.pageCount()).isEqualTo(2);
        assertThat(listed(TEN)).containsExactlyInAnyOrderElementsOf(entries);
        var tree = new MerkleTree();
        listed(TEN).forEach(entry -> tree.add(entry.leaf()));
        assertThat(digest.root()).contains(tree.root());
    }

    @Test
    void endsInOneDigestWhenTwoRunAtOnce() {
        HourlyEvents.intents(TEN, 2_500).forEach(record::put);
        var other = new AtomicInteger(1);
        var interrupted =
                new InterruptedStore(
                        record,
                        () -> {
                            if (other.getAndDecrement() > 0) runIn(TEN.plus(1), 15);
                        });

        DigestRunResult result =
                new DigestRun(record, interrupted, clock(TEN.plus(1), 16)).run(() -> true);

        assertThat(result.latest()).isEqualTo(record.of(TEN));
        assertThat(result.latest().orElseThrow().pageCount()).isEqualTo(2);
        assertThat(listed(TEN)).hasSize(2_500).doesNotHaveDuplicates();
    }

    @Test
    void endsInOneDigestThoughTheOtherSawMore() {
        record.put(HourlyEvents.intent(TEN, "r-1"));
        record.putUnindexed(HourlyEvents.intent(TEN, "r-2"));
        var other = new AtomicInteger(1);
        var interrupted =
                new InterruptedStore(
                        record,
                        () -> {
                            if (other.getAndDecrement() > 0) {
                                record.index();
                                DigestPage more =
                                        DigestPage.of(TEN, 0, record.eventsOf(TEN)).getFirst();
                                record.put(more);
                            }
                        });

        Digest digest =
                new DigestRun(record, interrupted, clock(TEN.plus(1), 15))
                        .run(() -> true)
                        .latest()
                        .orElseThrow();

        assertThat(digest.eventCount()).isEqualTo(2);
        assertThat(digest.pageCount()).isEqualTo(1);
    }

    @Test
    void listsNoItemThatIsNotAnEvent() {
        AuditEvent event = HourlyEvents.intent(TEN, "r-1");
        record.put(event);
        record.put(event.members().with("pk", Json.of("REQUEST#" + "x".repeat(900))));

        assertThat(runIn(TEN.plus(1), 15).made().getFirst().eventCount()).isEqualTo(1);
    }

    private List<Entry> listed(Hour hour) {
        return record.pagesOf(hour).stream().flatMap(page -> page.entries().stream()).toList();
    }

    private DigestRunResult runIn(Hour hour, int minute) {
        return run(hour, minute).run(() -> true);
    }

    private DigestRun run(Hour hour, int minute) {
        return new DigestRun(record, record, clock(hour, minute));
    }

    private static Clock clock(Hour hour, int minute) {
        Instant now = hour.start().plusSeconds(60L * minute);
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /// Runs an action before anything is written.
    private record InterruptedStore(InMemoryRecord store, Runnable before) implements DigestStore {

        @Override
        public Optional<Digest> latest(Hour atMost) {
            return store.latest(atMost);
        }

        @Override
        public Optional<Digest> of(Hour hour) {
            return store.of(hour);
        }

        @Override
        public List<DigestPage> pagesOf(Hour hour) {
            return store.pagesOf(hour);
        }

        @Override
        public boolean put(DigestPage page) {
            before.run();
            return store.put(page);
        }

        @Override
        public boolean put(Digest digest) {
            before.run();
            return store.put(digest);
        }
    }
}
