package io.hyperpodgateway.audit.digest;

import java.util.List;
import java.util.Optional;

/// Finds events by their hour. The index follows the table within moments, rarely later, so the
/// newest events may be missing.
///
/// Both methods throw [io.hyperpodgateway.audit.AuditUnavailableException] when it cannot be read.
public interface EventIndex {

    /// The events of that hour, in any order.
    List<Entry> eventsOf(Hour hour);

    /// The hour of the first event of the record, if there is one up to that hour.
    Optional<Hour> firstHour(Hour atMost);
}
