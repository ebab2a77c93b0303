package io.hyperpodgateway.load;

import java.util.List;

/// The state of a request: its recorded events, and those in the gateway's log instead.
///
/// @param written its events in the record, in their order
/// @param isOpen whether its intent is open
/// @param alone its events in the log
record RecordedState(List<RecordedEvent> written, boolean isOpen, List<RecordedEvent> alone) {

    private static final List<RecordedEvent> INTENT = List.of(RecordedEvent.INTENDED);

    RecordedState {
        written = List.copyOf(written);
        alone = List.copyOf(alone);
    }

    /// Whether the record has exactly these events.
    boolean isWhole(List<RecordedEvent> expected) {
        return written.equals(expected) && isOpen == expected.equals(INTENT);
    }

    /// Whether the state is allowed after a failed write: the last event is in the log, or was
    /// settled since, and an intent without outcome is open.
    boolean isInLog(List<RecordedEvent> expected) {
        if (alone.equals(INTENT)) return isRefusedIntent(expected);
        if (expected.equals(INTENT)) return isSettled();
        RecordedEvent last = expected.getLast();
        if (!alone.equals(List.of(last))) return false;
        List<RecordedEvent> others = expected.subList(0, expected.size() - 1);
        if (written.equals(others)) return isOpen == others.equals(INTENT);
        return isSettled() && written.getLast().httpStatus() == last.httpStatus();
    }

    /// After a refusal because the intent could not be recorded in time, there is no intent, or an
    /// open one.
    private boolean isRefusedIntent(List<RecordedEvent> expected) {
        if (!expected.equals(List.of(new RecordedEvent("REFUSED", 503)))) return false;
        return written.isEmpty() && !isOpen || written.equals(INTENT) && isOpen || isSettled();
    }

    private boolean isSettled() {
        return !isOpen
                && written.size() == 2
                && written.getFirst().equals(RecordedEvent.INTENDED)
                && written.getLast().isResolution();
    }
}
