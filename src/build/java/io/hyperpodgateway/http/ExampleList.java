package io.hyperpodgateway.http;

import io.hyperpodgateway.audit.list.Chunk;
import io.hyperpodgateway.audit.list.Listing;
import io.hyperpodgateway.audit.list.RequestList;
import io.hyperpodgateway.audit.list.Scope;
import io.hyperpodgateway.audit.list.Span;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The requests of an [ExampleWorld], all of which are one caller's.
final class ExampleList implements RequestList {

    private final ExampleWorld world;

    ExampleList(ExampleWorld world) {
        this.world = world;
    }

    @Override
    public Chunk read(Scope scope, Span span, int most, Duration budget) {
        List<Listing> there =
                world.events().stream()
                        .filter(event -> event.text("listKey").filter(span::holds).isPresent())
                        .filter(event -> event.text("principal").isPresent())
                        .map(event -> new Listing(event.members()))
                        .sorted(Comparator.comparing(Listing::listKey).reversed())
                        .toList();
        List<Listing> given = there.subList(0, Math.min(most, there.size()));
        return new Chunk(
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
                                id -> world.eventsOf(id, budget).getLast().members()));
    }
}
