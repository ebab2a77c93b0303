package io.hyperpodgateway.audit.list;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/// The requests of the record, newest first.
///
/// Every method throws [AuditUnavailableException] when the record cannot be read within its
/// budget.
public interface RequestList {

    /// The maximum number of index entries that a read looks at.
    int MOST_ENTRIES = 1_000;

    /// Reads a part of a list. A request that was recorded a moment ago may be missing. A read
    /// looks at most at [#MOST_ENTRIES] entries, including those that the scope filters out.
    ///
    /// @param most the maximum number of requests; fewer may be returned although there are more,
    ///   if many entries or days are skipped
    ListingPage read(Scope scope, KeyRange range, int most, Duration budget);

    /// The last event of each of these requests, read consistently, with its attributes of
    /// [io.hyperpodgateway.audit.RequestSummary#LAST_EVENT]. A request without events is omitted.
    Map<String, JsonObject> lastEvents(Collection<String> requestIds, Duration budget);
}
