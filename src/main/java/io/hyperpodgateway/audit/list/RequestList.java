package io.hyperpodgateway.audit.list;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/// The requests of the record, newest first.
///
/// Every method throws [AuditUnavailableException] when the record cannot be reached or read within
/// its budget.
public interface RequestList {

    /// How many entries of an index a read looks at, at most.
    int MOST_ENTRIES = 1_000;

    /// Reads on in a list. A request that was recorded a moment ago may not be there yet. It looks
    /// at [#MOST_ENTRIES] entries at most, those included that the scope passes over.
    ///
    /// @param most how many requests to give at most; fewer may come although there are more, where
    ///   many entries or days had to be passed over
    ListingPage read(Scope scope, KeyRange range, int most, Duration budget);

    /// The last event of each of these requests, read consistently: of
    /// [io.hyperpodgateway.audit.RequestSummary#LAST_EVENT] what it has. A request without events
    /// is left out.
    Map<String, JsonObject> lastEvents(Collection<String> requestIds, Duration budget);
}
