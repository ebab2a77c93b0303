package io.hyperpodgateway.load;

import java.util.List;

/// How a request stands: what the record has of it, and what the gateway's log has instead.
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

    /// Whether the record has it all, and once.
    boolean isWhole(List<RecordedEvent> expected) {
        return written.equals(expected) && isOpen == expected.equals(INTENT);
    }

    /// Whether it stands as the contract allows where the record could not be written in time: the
    /// last event is in the log, or was settled since, and an intent that has no outcome is open.
    boolean isInLog(List<RecordedEvent> expected) {
        if (alone.equals(INTENT)) return isRefusedIntent(expected);
        if (expected.equals(INTENT)) return isSettled();
        RecordedEvent last = expected.getLast();
        if (!alone.equals(List.of(last))) return false;
        List<RecordedEvent> others = expected.subList(0, expected.size() - 1);
        if (written.equals(others)) return isOpen == others.equals(INTENT);
        return isSettled() && written.getLast().httpStatus() == last.httpStatus();
    }

    /// A refusal because the intent was not written in time leaves none, or one that is open.
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
