package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventWriter;
import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.DigestPage;
import io.hyperpodgateway.audit.digest.Entry;
import io.hyperpodgateway.audit.digest.Hour;
import io.hyperpodgateway.audit.digest.LateEvents;
import io.hyperpodgateway.audit.verify.VerificationFailure.Kind;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Verifies a record by computing everything again: the hash and the position of each event, and
/// the pages, the root and the chain of each digest.
///
/// The digests are read first, then every item, and then, if a listed event was not found, the
/// digests once more to name it. It keeps one hash in memory for each listed event, and the items
/// of one request.
public final class AuditVerifier {

    /// The maximum by which the gateway's clock may be ahead of the verifier's.
    static final Duration MOST_AHEAD = Duration.ofMinutes(5);

    /// The maximum time for which an event may be in no digest while an earlier one of its request
    /// is in one.
    private static final Duration LONGEST_UNLISTED = Duration.ofHours(LateEvents.WINDOW);

    private final RecordTable table;
    private final Clock clock;
    private final Progress progress;
    private final VerificationFailures failures = new VerificationFailures();
    private final ListedEvents listed = new ListedEvents();
    private final DigestChain chain;

    /// The events of the table that are in no digest and will be in none, by their keys.
    private final Map<String, VerificationFailure> unlisted = new TreeMap<>();

    private final List<StoredItem> ofOneRequest = new ArrayList<>();
    private String partition = "";
    private long items;
    private long events;
    private long requests;
    private long reduced;
    private long oversized;
    private long pending;

    private AuditVerifier(RecordTable table, Clock clock, Progress progress) {
        this.table = Objects.requireNonNull(table);
        this.clock = Objects.requireNonNull(clock);
        this.progress = Objects.requireNonNull(progress);
        this.chain = new DigestChain(failures, listed, clock);
    }

    /// Verifies a whole record.
    ///
    /// @param anchors what is stored outside the table; empty if nothing is
    /// @param clock the verifier's own: no hour of the record may be ahead of it
    /// @throws io.hyperpodgateway.audit.AuditUnavailableException if it cannot be read
    public static Verdict verify(
            RecordTable table, List<Anchor> anchors, Clock clock, Progress progress) {
        return new AuditVerifier(table, clock, progress).verify(anchors);
    }

    private Verdict verify(List<Anchor> anchors) {
        table.partition(Digest.PK, this::digestItem);
        chain.finish();
        chain.requireAnchors(anchors);
        table.scan(this::item);
        endOfPartition();
        if (listed.missing() > 0) reportMissing();
        unlisted.values().forEach(failures::add);
        return verdict(anchors.stream().max(Comparator.comparing(Anchor::hour)));
    }

    private Verdict verdict(Optional<Anchor> anchor) {
        long after =
                anchor.flatMap(a -> chain.last().map(last -> Math.max(0, last.after(a.hour()))))
                        .orElse(0L);
        return new Verdict(
                failures.reported(),
                failures.unreported(),
                anchor,
                events,
                requests,
                reduced,
                oversized,
                pending,
                chain.digests(),
                chain.last(),
                after,
                clock.instant());
    }

    private void digestItem(StoredItem item) {
        chain.accept(item);
        progress.checked(++items);
    }

    private void item(StoredItem item) {
        if (item.pk().equals(Digest.PK)) return;
        progress.checked(++items);
        if (!Entry.isPartitionKey(item.pk())) {
            failures.add(
                    Kind.UNKNOWN, item.pk() + " " + item.sk(), "the gateway writes no such item");
            return;
        }
        if (!item.pk().equals(partition)) {
            endOfPartition();
            partition = item.pk();
        }
        ofOneRequest.add(item);
    }

    private void endOfPartition() {
        if (ofOneRequest.isEmpty()) return;
        var checked = RequestCheck.check(partition, ofOneRequest);
        if (!checked.failures().isEmpty()) {
            // events may have been added since the scan read this partition
            checked = RequestCheck.check(partition, table.partition(partition));
        }
        ofOneRequest.clear();
        failures.addAll(checked.failures());
        requests++;
        boolean behindListed = false;
        for (AuditEvent event : checked.events()) {
            behindListed |= event(event, behindListed);
        }
    }

    /// Compares an event with the digests.
    ///
    /// @param behindListed whether an earlier event of its request is in a digest
    /// @return whether this one is in a digest
    private boolean event(AuditEvent event, boolean behindListed) {
        events++;
        if (isReduced(event)) reduced++;
        if (event.members().integer("requestSize").isPresent()) oversized++;
        Optional<Hour> hour = event.text("hour").flatMap(Hour::parse);
        if (hour.isEmpty()) return false;
        var entry = new Entry(hour.get(), event.pk(), event.sk(), event.text("sha256").orElse(""));
        boolean found = listed.find(entry);
        Optional<String> added = added(event, hour.get(), found, behindListed);
        if (added.isPresent()) {
            String place = entry.toString();
            unlisted.put(place, new VerificationFailure(Kind.ADDED, place, added.get()));
        } else if (!found) {
            pending++;
        }
        return found;
    }

    /// Evidence that the gateway did not write an event at the time that the event states.
    private Optional<String> added(
            AuditEvent event, Hour hour, boolean found, boolean behindListed) {
        Instant now = clock.instant();
        if (hour.start().isAfter(now.plus(MOST_AHEAD))) {
            return Optional.of("its hour %s is in the future, it is %s".formatted(hour, now));
        }
        if (found) return Optional.empty();
        if (!nextDigestMayListIt(hour)) {
            return Optional.of("no digest lists it, and %s is over".formatted(hour));
        }
        boolean old =
                event.text("at")
                        .flatMap(EventWriter::instant)
                        .filter(at -> !at.plus(LONGEST_UNLISTED).isAfter(now))
                        .isPresent();
        return behindListed && old
                ? Optional.of(
                        "no digest lists it, one lists an event before it, and it is over %d hours old"
                                .formatted(LateEvents.WINDOW))
                : Optional.empty();
    }

    /// Whether its hour has no digest yet, or the next digest may list it as late.
    private boolean nextDigestMayListIt(Hour hour) {
        return chain.last().isEmpty()
                || chain.last().get().plus(1).after(hour) <= LateEvents.WINDOW;
    }

    private static boolean isReduced(AuditEvent event) {
        return event.text("requestSha256").isPresent()
                && event.text("request").isEmpty()
                && event.text("body").isEmpty();
    }

    private void reportMissing() {
        table.partition(
                Digest.PK,
                item -> {
                    if (item instanceof StoredItem.Plain(var members)) {
                        DigestPage.read(members).ifPresent(this::reportMissing);
                    }
                });
    }

    private void reportMissing(DigestPage page) {
        for (Entry entry : page.entries()) {
            if (!listed.isMissing(entry)) continue;
            boolean stored = unlisted.remove(entry.toString()) != null || isStored(entry);
            failures.add(
                    stored ? Kind.CHANGED : Kind.REMOVED,
                    entry.toString(),
                    "the digest of %s lists it with the hash %s"
                            .formatted(page.hour(), entry.sha256()));
        }
    }

    private boolean isStored(Entry entry) {
        return table.partition(entry.pk()).stream().anyMatch(item -> item.sk().equals(entry.sk()));
    }
}
