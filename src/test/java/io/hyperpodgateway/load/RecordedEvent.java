package io.hyperpodgateway.load;

import java.util.Objects;

/// An event of the record, as far as it is held against the answer.
///
/// @param type `INTENDED`, `COMPLETED` and so on
/// @param httpStatus the status that was answered; 0 for an intent, which has none
record RecordedEvent(String type, int httpStatus) {

    static final RecordedEvent INTENDED = new RecordedEvent("INTENDED", 0);

    RecordedEvent {
        Objects.requireNonNull(type);
    }

    boolean isResolution() {
        return type.equals("RESOLVED");
    }
}
