package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.port.OpenItem;
import io.hyperpodgateway.admission.port.OpenItems;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// No example leaves an intent open.
final class NothingOpen implements OpenItems {

    @Override
    public Optional<OpenItem> find(String requestId, Duration budget) {
        return Optional.empty();
    }

    @Override
    public boolean keepFirstAbsence(OpenItem item, Instant at, Duration budget) {
        return false;
    }

    @Override
    public Backlog all(Duration budget) {
        return new Backlog(List.of(), List.of());
    }
}
