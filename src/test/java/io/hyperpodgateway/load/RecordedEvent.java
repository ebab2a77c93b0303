package io.hyperpodgateway.load;

import java.util.Objects;

/// A recorded event, for comparison with the answer.
///
/// @param type `INTENDED`, `COMPLETED` and so on
/// @param httpStatus the status of the answer; 0 for an intent, which has none
record RecordedEvent(String type, int httpStatus) {

    static final RecordedEvent INTENDED = new RecordedEvent("INTENDED", 0);

    RecordedEvent {
        Objects.requireNonNull(type);
    }

    boolean isResolution() {
        return type.equals("RESOLVED");
    }
}
