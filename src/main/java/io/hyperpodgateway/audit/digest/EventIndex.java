package io.hyperpodgateway.audit.digest;

import java.util.List;
import java.util.Optional;

/// Where events are found by their hour. An index follows the table within moments, rarely later:
/// it may not yet show what stands there.
///
/// Both methods throw [io.hyperpodgateway.audit.AuditUnavailableException] when it cannot be read.
public interface EventIndex {

    /// The events of that hour, in any order.
    List<Entry> eventsOf(Hour hour);

    /// The hour of the first event of all, if there is one up to that hour.
    Optional<Hour> firstHour(Hour atMost);
}
