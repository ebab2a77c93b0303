package io.hyperpodgateway.chaos.child;

import io.hyperpodgateway.admission.port.OpenItem;
import io.hyperpodgateway.admission.port.OpenItems;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Open items of which each has been found absent before: the first look counts as the second.
///
/// @param items the items themselves
record HastyOpenItems(OpenItems items) implements OpenItems {

    @Override
    public Optional<OpenItem> find(String requestId, Duration budget) {
        return items.find(requestId, budget)
                .map(item ->
                        new OpenItem(
                                item.requestId(),
                                item.sequence(),
                                item.at(),
                                item.clusterName(),
                                item.intentSha256(),
                                Optional.of(item.at())));
    }

    @Override
    public boolean keepFirstAbsence(OpenItem item, Instant at, Duration budget) {
        return items.keepFirstAbsence(item, at, budget);
    }

    @Override
    public Backlog all(Duration budget) {
        return items.all(budget);
    }
}
