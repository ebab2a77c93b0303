package io.hyperpodgateway.audit.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The contract of digest stores and event indexes, run against the fakes and the real ones.
public abstract class DigestStoreContract {

    protected static final Hour TEN = Hour.parse("2026-11-23T10").orElseThrow();

    private DigestStore digests;
    private EventIndex index;

    /// An empty store; [#index] is the index of the same table.
    protected abstract DigestStore store();

    protected abstract EventIndex index();

    protected abstract void put(AuditEvent event);

    /// The items of the digests, in order.
    protected abstract List<JsonObject> digestItems();

    @BeforeEach
    void takeThem() {
        digests = store();
        index = index();
    }

    @Test
    void knowsNothingOfAnEmptyTable() {
        assertThat(digests.latest(TEN)).isEmpty();
        assertThat(digests.of(TEN)).isEmpty();
        assertThat(digests.pagesOf(TEN)).isEmpty();
        assertThat(index.eventsOf(TEN)).isEmpty();
        assertThat(index.firstHour(TEN)).isEmpty();
    }

    @Test
    void findsEventsByTheirHourAndTheFirstOfAll() {
        AuditEvent intent = HourlyEvents.intent(TEN, "r-1");
        AuditEvent outcome = HourlyEvents.outcome(TEN.plus(1), intent);
        put(intent);
        put(outcome);

        assertThat(index.eventsOf(TEN)).containsExactly(HourlyEvents.entry(intent));
        assertThat(index.eventsOf(TEN.plus(1))).containsExactly(HourlyEvents.entry(outcome));
        assertThat(index.firstHour(TEN.plus(5))).contains(TEN);
        assertThat(index.firstHour(TEN.plus(-1))).isEmpty();
    }

    @Test
    void keepsADigestBehindItsPages() {
        List<DigestPage> pages = DigestPage.of(TEN, 0, entries(2_001));
        Digest digest = digest(TEN, pages);

        assertThat(pages).allMatch(digests::put);
        assertThat(digests.put(digest)).isTrue();

        assertThat(digests.of(TEN)).map(Digest::sha256).contains(digest.sha256());
        assertThat(digests.of(TEN).orElseThrow().hashMatches()).isTrue();
        assertThat(digests.pagesOf(TEN)).isEqualTo(pages);
        assertThat(index.eventsOf(TEN)).as("a digest is no event").isEmpty();
        assertThat(digestItems()).hasSize(3);
    }

    @Test
    void takesTheSameAgainAndNothingElse() {
        DigestPage page = DigestPage.of(TEN, 0, entries(1)).getFirst();
        DigestPage other = DigestPage.of(TEN, 0, entries(2)).getFirst();

        assertThat(digests.put(page)).isTrue();
        assertThat(digests.put(page)).isTrue();
        assertThat(digests.put(other)).isFalse();
        assertThat(digests.pagesOf(TEN)).containsExactly(page);
    }

    @Test
    void putsNoPageBehindADigest() {
        digests.put(digest(TEN, List.of()));

        assertThat(digests.put(DigestPage.of(TEN, 0, entries(1)).getFirst())).isFalse();
        assertThat(digests.pagesOf(TEN)).isEmpty();
    }

    @Test
    void putsNoDigestThatLeavesAPageOut() {
        digests.put(DigestPage.of(TEN, 0, entries(1)).getFirst());

        assertThat(digests.put(digest(TEN, List.of()))).isFalse();
        assertThat(digests.of(TEN)).isEmpty();
    }

    @Test
    void findsTheNewestDigestUpToAnHour() {
        digests.put(digest(TEN, List.of()));
        digests.put(digest(TEN.plus(1), List.of()));
        digests.put(DigestPage.of(TEN.plus(2), 0, entries(1)).getFirst());

        assertThat(digests.latest(TEN.plus(5)).map(Digest::hour)).contains(TEN.plus(1));
        assertThat(digests.latest(TEN).map(Digest::hour)).contains(TEN);
        assertThat(digests.latest(TEN.plus(-1))).isEmpty();
    }

    @Test
    void carriesAWholeRun() {
        HourlyEvents.intents(TEN, 30).forEach(this::put);
        Instant now = TEN.plus(3).start().plusSeconds(900);

        DigestRunResult result =
                new DigestRun(index, digests, Clock.fixed(now, ZoneOffset.UTC)).run(() -> true);

        assertThat(result.made()).hasSize(3);
        assertThat(result.events()).isEqualTo(30);
        assertThat(result.lateEvents()).isZero();
        assertThat(result.hoursBehind()).isZero();
    }

    private static List<Entry> entries(int count) {
        return HourlyEvents.intents(TEN, count).stream().map(HourlyEvents::entry).toList();
    }

    private static Digest digest(Hour hour, List<DigestPage> pages) {
        return Digest.seal(hour, Optional.empty(), pages, TEN.plus(1).start());
    }
}
