package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.audit.AuditUnavailableException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The intents that have no outcome yet. An entry is written together with its intent and deleted
/// together with its outcome; see [io.hyperpodgateway.audit.AuditLog].
///
/// Every method throws [AuditUnavailableException] when the entries cannot be read within its
/// budget.
public interface OpenIntentStore {

    /// The entry of a request, read consistently.
    Optional<OpenIntentEntry> find(String requestId, Duration budget);

    /// Stores when a lookup first found no cluster, for later lookups.
    ///
    /// @return false, and nothing is changed, if the entry no longer exists, belongs to another
    ///   intent by now, or has such a time already
    boolean keepFirstAbsence(OpenIntentEntry entry, Instant at, Duration budget);

    Backlog all(Duration budget);

    /// All open intents.
    ///
    /// @param items in no order
    /// @param unreadable the keys of entries that cannot be read
    record Backlog(List<OpenIntentEntry> items, List<String> unreadable) {

        public Backlog {
            items = List.copyOf(items);
            unreadable = List.copyOf(unreadable);
        }
    }
}
