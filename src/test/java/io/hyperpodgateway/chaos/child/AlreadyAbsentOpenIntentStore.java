package io.hyperpodgateway.chaos.child;

import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.port.OpenIntentStore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Every open intent was found absent before, so that the first lookup counts as the second.
///
/// @param store the real store
record AlreadyAbsentOpenIntentStore(OpenIntentStore store) implements OpenIntentStore {

    @Override
    public Optional<OpenIntentEntry> find(String requestId, Duration budget) {
        return store.find(requestId, budget)
                .map(entry ->
                        new OpenIntentEntry(
                                entry.requestId(),
                                entry.sequence(),
                                entry.at(),
                                entry.clusterName(),
                                entry.intentSha256(),
                                Optional.of(entry.at())));
    }

    @Override
    public boolean keepFirstAbsence(OpenIntentEntry entry, Instant at, Duration budget) {
        return store.keepFirstAbsence(entry, at, budget);
    }

    @Override
    public Backlog all(Duration budget) {
        return store.all(budget);
    }
}
