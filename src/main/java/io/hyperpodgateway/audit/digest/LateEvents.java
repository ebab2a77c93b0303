package io.hyperpodgateway.audit.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Finds the events that appeared after the digest of their hour.
public final class LateEvents {

    /// How many hours back a digest looks. Events that appear later are in no digest.
    public static final int WINDOW = 48;

    private final EventIndex index;
    private final DigestStore digests;

    LateEvents(EventIndex index, DigestStore digests) {
        this.index = Objects.requireNonNull(index);
        this.digests = Objects.requireNonNull(digests);
    }

    /// The events of earlier hours within the window that no digest lists yet. It holds one hour's
    /// events at a time in memory.
    List<Entry> before(Hour hour) {
        var late = new TreeSet<Entry>();
        var listedLater = new HashSet<Entry>();
        for (int back = 1; back <= WINDOW; back++) {
            Hour earlier = hour.plus(-back);
            Set<Entry> listed = listed(earlier, listedLater);
            index.eventsOf(earlier).stream()
                    .filter(Entry::isAnEvent)
                    .filter(event -> !listed.contains(event))
                    .forEach(late::add);
        }
        return List.copyOf(late);
    }

    /// What the digest of that hour lists, and what later digests list of that hour.
    private Set<Entry> listed(Hour hour, Set<Entry> listedLater) {
        var listed = new HashSet<Entry>();
        for (DigestPage page : digests.pagesOf(hour)) {
            for (Entry entry : page.entries()) {
                (entry.hour().equals(hour) ? listed : listedLater).add(entry);
            }
        }
        listedLater.stream().filter(entry -> entry.hour().equals(hour)).forEach(listed::add);
        return listed;
    }
}
