package io.hyperpodgateway.admission.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A store in which no intent is ever open.
public final class EmptyOpenIntentStore implements OpenIntentStore {

    @Override
    public Optional<OpenIntentEntry> find(String requestId, Duration budget) {
        return Optional.empty();
    }

    @Override
    public boolean keepFirstAbsence(OpenIntentEntry entry, Instant at, Duration budget) {
        return false;
    }

    @Override
    public Backlog all(Duration budget) {
        return new Backlog(List.of(), List.of());
    }
}
