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

    /// Reads on in a list. A request that was recorded a moment ago may not stand there yet.
    ///
    /// @param most how many requests to give at most; fewer may come although there are more, where
    ///   many had to be passed over
    Chunk read(Scope scope, Span span, int most, Duration budget);

    /// The last event of each of these requests, read consistently, in the members of a list:
    /// `type`, and `outcome`, `httpStatus` and `clusterArn` where it has them. A request without
    /// events is left out.
    Map<String, JsonObject> lastEvents(Collection<String> requestIds, Duration budget);
}
