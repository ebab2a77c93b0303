package io.hyperpodgateway.http;

import io.hyperpodgateway.audit.list.KeyRange;
import io.hyperpodgateway.audit.list.Listing;
import io.hyperpodgateway.audit.list.ListingPage;
import io.hyperpodgateway.audit.list.RequestList;
import io.hyperpodgateway.audit.list.Scope;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The requests in [ExamplePorts], all of one caller.
final class ExampleList implements RequestList {

    private final ExamplePorts inMemory;

    ExampleList(ExamplePorts inMemory) {
        this.inMemory = inMemory;
    }

    @Override
    public ListingPage read(Scope scope, KeyRange range, int most, Duration budget) {
        List<Listing> there =
                inMemory.events().stream()
                        .filter(event -> event.text("listKey").filter(range::contains).isPresent())
                        .filter(event -> event.text("principal").isPresent())
                        .map(event -> new Listing(event.members()))
                        .sorted(Comparator.comparing(Listing::listKey).reversed())
                        .toList();
        List<Listing> given = there.subList(0, Math.min(most, there.size()));
        return new ListingPage(
                given,
                given.size() < there.size()
                        ? Optional.of(given.getLast().listKey())
                        : Optional.empty());
    }

    @Override
    public Map<String, JsonObject> lastEvents(Collection<String> requestIds, Duration budget) {
        return requestIds.stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                id -> inMemory.eventsOf(id, budget).getLast().members()));
    }
}
