package io.hyperpodgateway.audit.digest;

import io.hyperpodgateway.audit.AuditUnavailableException;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Creates the digest of one hour; repeated calls return the same one.
///
/// Pages without a digest belong to another run that was stopped or is still at work: they are kept
/// as they are, and what they lack is added on further pages.
final class HourDigester {

    private static final int MOST_TRIES = 20;

    private final EventIndex index;
    private final DigestStore digests;
    private final Clock clock;

    HourDigester(EventIndex index, DigestStore digests, Clock clock) {
        this.index = Objects.requireNonNull(index);
        this.digests = Objects.requireNonNull(digests);
        this.clock = Objects.requireNonNull(clock);
    }

    /// Creates the digest, or returns the existing one.
    ///
    /// @param previous the digest of the hour before; empty for the first digest
    /// @param late the events of earlier hours that no digest lists
    /// @return the stored digest, whoever created it
    Digest make(Hour hour, Optional<Digest> previous, List<Entry> late) {
        List<Entry> wanted =
                Stream.concat(
                                index.eventsOf(hour).stream().filter(Entry::isAnEvent).sorted(),
                                late.stream().sorted())
                        .toList();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Digest> existing = digests.of(hour);
            if (existing.isPresent()) return existing.get();
            Optional<List<DigestPage>> pages = completed(hour, wanted);
            if (pages.isEmpty()) continue;
            Digest digest = Digest.seal(hour, previous, pages.get(), clock.instant());
            if (digests.put(digest)) return digest;
        }
        throw new AuditUnavailableException(
                "others keep making the digest of " + hour,
                new IllegalStateException(MOST_TRIES + " tries"));
    }

    /// The existing pages and those that list the rest of the wanted entries.
    ///
    /// @return empty if another run has written a page in the meantime
    private Optional<List<DigestPage>> completed(Hour hour, List<Entry> wanted) {
        var pages = new ArrayList<>(digests.pagesOf(hour));
        var listed = new HashSet<Entry>();
        pages.forEach(page -> listed.addAll(page.entries()));
        List<Entry> missing = wanted.stream().filter(entry -> !listed.contains(entry)).toList();
        for (DigestPage page : DigestPage.of(hour, pages.size(), missing)) {
            if (!digests.put(page)) return Optional.empty();
            pages.add(page);
        }
        return Optional.of(pages);
    }
}
