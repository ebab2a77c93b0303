package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.Entry;
import io.hyperpodgateway.audit.digest.Hour;
import io.hyperpodgateway.audit.digest.LateEvents;
import io.hyperpodgateway.audit.digest.Page;
import io.hyperpodgateway.audit.verify.Flaw.Kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Walks a record and makes anew all that it says of itself: of each event its hash and its place,
/// of each digest its pages, its root and its chain.
///
/// The digests are read first, then every item, then, if some of what is listed was not met, the
/// digests once more to name it. It holds a hash for each event that a digest lists, and the items
/// of one request.
public final class AuditVerifier {

    private final RecordTable table;
    private final Progress progress;
    private final Flaws flaws = new Flaws();
    private final ListedEvents listed = new ListedEvents();
    private final DigestChain chain = new DigestChain(flaws, listed);

    /// The events that stand and that no digest lists, by their keys.
    private final Map<String, Entry> unlisted = new TreeMap<>();

    private final List<StoredItem> ofOneRequest = new ArrayList<>();
    private String partition = "";
    private long items;
    private long events;
    private long requests;
    private long reduced;
    private long pending;

    private AuditVerifier(RecordTable table, Progress progress) {
        this.table = Objects.requireNonNull(table);
        this.progress = Objects.requireNonNull(progress);
    }

    /// Verifies a whole record.
    ///
    /// @param anchors what was kept outside of it; none if nothing was
    /// @throws io.hyperpodgateway.audit.AuditUnavailableException if it cannot be read
    public static Verdict verify(RecordTable table, List<Anchor> anchors, Progress progress) {
        return new AuditVerifier(table, progress).verify(anchors);
    }

    private Verdict verify(List<Anchor> anchors) {
        table.partition(Digest.PK, this::digestItem);
        chain.finish();
        chain.requireAnchors(anchors);
        table.walk(this::item);
        endOfPartition();
        if (listed.missing() > 0) nameTheMissing();
        unlisted.values().forEach(this::added);
        return verdict(anchors.stream().max(Comparator.comparing(Anchor::hour)));
    }

    private Verdict verdict(Optional<Anchor> anchor) {
        long after =
                anchor.flatMap(a -> chain.last().map(last -> Math.max(0, last.after(a.hour()))))
                        .orElse(0L);
        return new Verdict(
                flaws.told(),
                flaws.untold(),
                anchor,
                events,
                requests,
                reduced,
                pending,
                chain.digests(),
                after);
    }

    private void digestItem(StoredItem item) {
        chain.accept(item);
        progress.walked(++items);
    }

    private void item(StoredItem item) {
        if (item.pk().equals(Digest.PK)) return;
        progress.walked(++items);
        if (!item.pk().startsWith(RequestCheck.PK)) {
            flaws.add(Kind.UNKNOWN, item.pk() + " " + item.sk(), "the gateway writes no such item");
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
        if (!checked.flaws().isEmpty()) {
            // It may have been written to during the walk: what counts is how it stands.
            checked = RequestCheck.check(partition, table.partition(partition));
        }
        ofOneRequest.clear();
        flaws.addAll(checked.flaws());
        requests++;
        checked.events().forEach(this::event);
    }

    private void event(AuditEvent event) {
        events++;
        if (isReduced(event)) reduced++;
        Optional<Hour> hour = event.text("hour").flatMap(Hour::parse);
        if (hour.isEmpty()) return;
        var entry = new Entry(hour.get(), event.pk(), event.sk(), event.text("sha256").orElse(""));
        if (listed.find(entry)) return;
        if (nextDigestMayListIt(hour.get())) {
            pending++;
            return;
        }
        unlisted.put(entry.toString(), entry);
    }

    /// Whether it is of an hour without digest, or will be listed as late.
    private boolean nextDigestMayListIt(Hour hour) {
        return chain.last().isEmpty()
                || chain.last().get().plus(1).after(hour) <= LateEvents.WINDOW;
    }

    private static boolean isReduced(AuditEvent event) {
        return event.text("requestSha256").isPresent()
                && event.text("request").isEmpty()
                && event.text("body").isEmpty();
    }

    private void nameTheMissing() {
        table.partition(
                Digest.PK,
                item -> {
                    if (item instanceof StoredItem.Plain(var members)) {
                        Page.read(members).ifPresent(this::nameTheMissing);
                    }
                });
    }

    private void nameTheMissing(Page page) {
        for (Entry entry : page.entries()) {
            if (!listed.isMissing(entry)) continue;
            boolean stands = unlisted.remove(entry.toString()) != null || stands(entry);
            flaws.add(
                    stands ? Kind.CHANGED : Kind.REMOVED,
                    entry.toString(),
                    "the digest of %s lists it with the hash %s"
                            .formatted(page.hour(), entry.sha256()));
        }
    }

    private boolean stands(Entry entry) {
        return table.partition(entry.pk()).stream().anyMatch(item -> item.sk().equals(entry.sk()));
    }

    private void added(Entry entry) {
        flaws.add(
                Kind.ADDED,
                entry.toString(),
                "no digest lists it, and %s is over".formatted(entry.hour()));
    }
}
