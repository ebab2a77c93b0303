package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.DigestPage;
import io.hyperpodgateway.audit.digest.Entry;
import io.hyperpodgateway.audit.digest.Hour;
import io.hyperpodgateway.audit.digest.LateEvents;
import io.hyperpodgateway.audit.digest.MerkleTree;
import io.hyperpodgateway.audit.verify.VerificationFailure.Kind;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Receives the digests' items by sort key, each digest before its pages, and checks their hashes,
/// their pages and their chain.
final class DigestChain {

    private static final int MOST_MISSING = 1_000;

    private final VerificationFailures failures;
    private final ListedEvents listed;
    private final Clock clock;
    private final Map<Hour, String> hashes = new HashMap<>();
    private Optional<Current> current = Optional.empty();
    private Optional<Hour> first = Optional.empty();
    private Optional<Hour> last = Optional.empty();
    private Optional<Hour> unfinished = Optional.empty();
    private String previousSha256 = AuditEvent.NO_PREVIOUS;

    /// The digest whose pages are being read.
    private static final class Current {

        private final Digest digest;
        private final MerkleTree tree = new MerkleTree();
        private int pages;
        private long events;
        private long late;

        Current(Digest digest) {
            this.digest = digest;
        }
    }

    DigestChain(VerificationFailures failures, ListedEvents listed, Clock clock) {
        this.failures = failures;
        this.listed = listed;
        this.clock = clock;
    }

    void accept(StoredItem item) {
        switch (item) {
            case StoredItem.Plain plain -> accept(plain);
            case StoredItem.UnreadableItem(_, var sk, var why) ->
                    failures.add(Kind.DIGEST, sk, "it cannot be read: " + why);
        }
    }

    private void accept(StoredItem.Plain item) {
        String sk = item.sk();
        Optional<Hour> hour = Digest.hourOf(sk);
        if (hour.isPresent()) {
            head(hour.get(), new Digest(item.members()));
            return;
        }
        int hash = sk.indexOf('#');
        Optional<Hour> ofPage = hash < 0 ? Optional.empty() : Digest.hourOf(sk.substring(0, hash));
        if (ofPage.isEmpty()) {
            failures.add(
                    Kind.UNKNOWN, Digest.PK + " " + sk, "it is neither a digest nor a page of one");
            return;
        }
        page(ofPage.get(), item);
    }

    private void head(Hour hour, Digest digest) {
        finish();
        unfinished.ifPresent(without ->
                failures.add(
                        Kind.DIGEST, DigestPage.sk(without, 1), "it is a page without its digest"));
        unfinished = Optional.empty();
        requireDigestsUpTo(hour);
        String place = Digest.sk(hour);
        requireBegun(hour, place);
        if (!digest.hashMatches())
            failures.add(Kind.DIGEST, place, "its sha256 is not that of the item");
        if (!digest.previousSha256().equals(Optional.of(previousSha256))) {
            failures.add(
                    Kind.DIGEST,
                    place,
                    "its previousSha256 is not the hash of the digest before it");
        }
        previousSha256 = digest.members().text("sha256").orElse("");
        hashes.put(hour, previousSha256);
        first = first.or(() -> Optional.of(hour));
        last = Optional.of(hour);
        current = Optional.of(new Current(digest));
    }

    private void requireBegun(Hour hour, String place) {
        Instant now = clock.instant();
        if (hour.start().isAfter(now.plus(AuditVerifier.MOST_AHEAD))) {
            failures.add(Kind.DIGEST, place, "its hour is in the future, it is " + now);
        }
    }

    private void requireDigestsUpTo(Hour hour) {
        if (last.isEmpty()) return;
        Hour missing = last.get().plus(1);
        for (int reported = 0; missing.compareTo(hour) < 0 && reported < MOST_MISSING; reported++) {
            failures.add(Kind.DIGEST, Digest.sk(missing), "it is missing");
            missing = missing.plus(1);
        }
    }

    private void page(Hour hour, StoredItem.Plain item) {
        if (current.isEmpty() || !current.get().digest.hour().equals(hour)) {
            finish();
            withoutDigest(hour, item);
            return;
        }
        Current digest = current.get();
        digest.pages++;
        Optional<DigestPage> page =
                DigestPage.read(item.members()).filter(read -> read.number() == digest.pages);
        if (page.isEmpty()) {
            notAPage(item.sk());
            return;
        }
        page.get().entries().forEach(entry -> entry(digest, hour, entry));
    }

    private void notAPage(String sk) {
        failures.add(Kind.DIGEST, sk, "it is not a page as digests have them");
    }

    /// Pages of the next hour belong to a digest that is being created.
    private void withoutDigest(Hour hour, StoredItem.Plain item) {
        String sk = item.sk();
        requireBegun(hour, sk);
        if (DigestPage.read(item.members()).isEmpty()) notAPage(sk);
        boolean inTheMaking =
                unfinished.map(hour::equals).orElse(true)
                        && last.map(h -> hour.equals(h.plus(1))).orElse(true);
        unfinished = Optional.of(hour);
        if (!inTheMaking) failures.add(Kind.DIGEST, sk, "it is a page without its digest");
    }

    private void entry(Current digest, Hour hour, Entry entry) {
        digest.tree.add(entry.leaf());
        if (entry.hour().equals(hour)) {
            digest.events++;
        } else {
            digest.late++;
            requireWithinTheWindow(hour, entry);
        }
        if (!listed.list(entry)) {
            failures.add(Kind.DIGEST, Digest.sk(hour), "it lists %s again".formatted(entry));
        }
    }

    private void requireWithinTheWindow(Hour hour, Entry entry) {
        long back = hour.after(entry.hour());
        if (back >= 1 && back <= LateEvents.WINDOW) return;
        failures.add(
                Kind.DIGEST,
                Digest.sk(hour),
                "it lists %s of %s, no hour of the %d before it"
                        .formatted(entry, entry.hour(), LateEvents.WINDOW));
    }

    /// Completes the current digest; called once more after the last item.
    void finish() {
        if (current.isEmpty()) return;
        Current read = current.get();
        current = Optional.empty();
        boolean fits =
                read.digest.root().equals(Optional.of(read.tree.root()))
                        && read.digest.pageCount() == read.pages
                        && read.digest.eventCount() == read.events
                        && read.digest.lateCount() == read.late;
        if (!fits) {
            failures.add(
                    Kind.DIGEST,
                    Digest.sk(read.digest.hour()) + "#",
                    "its pages, %d with %d events and %d late, differ from its counts or its root"
                            .formatted(read.pages, read.events, read.late));
        }
    }

    /// Compares the chain with what is stored outside the table.
    void requireAnchors(List<Anchor> anchors) {
        for (Anchor anchor : anchors) {
            Optional<String> stored = Optional.ofNullable(hashes.get(anchor.hour()));
            if (stored.equals(Optional.of(anchor.sha256()))) continue;
            failures.add(
                    Kind.ANCHOR,
                    Digest.sk(anchor.hour()),
                    stored.isEmpty()
                            ? "the digest is gone, outside it is kept as " + anchor.sha256()
                            : "the digest is %s, outside it is kept as %s"
                                    .formatted(stored.get(), anchor.sha256()));
        }
    }

    Optional<Hour> last() {
        return last;
    }

    int digests() {
        return hashes.size();
    }
}
