package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.audit.AuditUnavailableException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The intents that have no outcome yet, as the record lists them. An item comes with its intent
/// and goes with its outcome; see [io.hyperpodgateway.audit.AuditLog].
///
/// Every method throws [AuditUnavailableException] when the items cannot be reached or read within
/// its budget.
public interface OpenIntentStore {

    /// The open item of a request, read consistently.
    Optional<OpenIntentEntry> find(String requestId, Duration budget);

    /// Keeps when a look first found no cluster, for the look after it.
    ///
    /// @return false, and nothing is changed, if the item is there no more, is another intent's by
    ///   now, or holds such a time already
    boolean keepFirstAbsence(OpenIntentEntry entry, Instant at, Duration budget);

    /// All open items.
    Backlog all(Duration budget);

    /// All that is open.
    ///
    /// @param items in no order
    /// @param unreadable the keys of items that are none of ours, or no longer
    record Backlog(List<OpenIntentEntry> items, List<String> unreadable) {

        public Backlog {
            items = List.copyOf(items);
            unreadable = List.copyOf(unreadable);
        }
    }
}
