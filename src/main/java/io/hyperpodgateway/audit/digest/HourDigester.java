package io.hyperpodgateway.audit.digest;

import io.hyperpodgateway.audit.AuditUnavailableException;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the digest of one hour, as often as it is asked to the same.
///
/// Pages that stand without their digest are another run's that was stopped, or that is at work:
/// they are taken over as they are, and what they lack goes on further pages.
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

    /// Makes the digest, or finds it made.
    ///
    /// @param previous the digest of the hour before; empty for the first of all
    /// @param late the events of earlier hours that no digest lists
    /// @return the digest that stands in the end, whoever made it
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

    /// The standing pages and those that list the rest of what is wanted.
    ///
    /// @return empty if somebody else put one meanwhile
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
