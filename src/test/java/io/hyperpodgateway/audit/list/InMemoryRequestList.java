package io.hyperpodgateway.audit.list;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.InMemoryAuditLog;
import io.hyperpodgateway.audit.RequestSummary;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The requests of a record in memory; it counts reads.
public final class InMemoryRequestList implements RequestList {

    private static final List<String> LISTED =
            List.of(
                    "requestId",
                    "listKey",
                    "type",
                    "at",
                    "principal",
                    "clusterName",
                    "outcome",
                    "httpStatus",
                    "clusterArn");

    private final InMemoryAuditLog log;
    private final int mostEntries;
    private final List<Scope> read = new ArrayList<>();
    private final AtomicInteger lastEvents = new AtomicInteger();

    public InMemoryRequestList(InMemoryAuditLog log) {
        this(log, MOST_ENTRIES);
    }

    InMemoryRequestList(InMemoryAuditLog log, int mostEntries) {
        this.log = log;
        this.mostEntries = mostEntries;
    }

    public int lastEventsRead() {
        return lastEvents.get();
    }

    /// The scopes that were read, in order.
    public synchronized List<Scope> scopes() {
        return List.copyOf(read);
    }

    @Override
    public synchronized ListingPage read(Scope scope, KeyRange range, int most, Duration budget) {
        read.add(scope);
        List<AuditEvent> entries =
                log.events().stream()
                        .filter(event -> event.text("listKey").filter(range::contains).isPresent())
                        .filter(event -> isIn(scope, event))
                        .sorted(Comparator.comparing(InMemoryRequestList::listKey).reversed())
                        .toList();
        List<AuditEvent> looked = entries.subList(0, Math.min(mostEntries, entries.size()));
        List<Listing> there =
                looked.stream()
                        .filter(event -> matches(scope, event))
                        .map(event -> new Listing(members(event, LISTED)))
                        .toList();
        if (there.size() > most) {
            List<Listing> given = there.subList(0, most);
            return new ListingPage(given, Optional.of(given.getLast().listKey()));
        }
        return new ListingPage(
                there,
                looked.size() < entries.size()
                        ? Optional.of(listKey(looked.getLast()))
                        : Optional.empty());
    }

    @Override
    public Map<String, JsonObject> lastEvents(Collection<String> requestIds, Duration budget) {
        var last = new HashMap<String, JsonObject>();
        lastEvents.addAndGet(requestIds.size());
        for (String id : requestIds) {
            List<AuditEvent> events = log.eventsOf(id, budget);
            if (!events.isEmpty())
                last.put(id, members(events.getLast(), RequestSummary.LAST_EVENT));
        }
        return last;
    }

    /// Whether the event is in the scope's index, under its key.
    private static boolean isIn(Scope scope, AuditEvent event) {
        return switch (scope) {
            case Scope.OfPrincipal(var principal, _) -> is(event, "principal", principal);
            case Scope.OfCluster(var cluster, _) -> is(event, "clusterName", cluster);
            case Scope.Everything _ -> true;
        };
    }

    private static boolean matches(Scope scope, AuditEvent event) {
        return switch (scope) {
            case Scope.OfPrincipal(_, var cluster) ->
                    cluster.map(name -> is(event, "clusterName", name)).orElse(true);
            case Scope.OfCluster(_, var principal) ->
                    principal.map(name -> is(event, "principal", name)).orElse(true);
            case Scope.Everything _ -> true;
        };
    }

    private static String listKey(AuditEvent event) {
        return event.text("listKey").orElseThrow();
    }

    private static boolean is(AuditEvent event, String attribute, String value) {
        return event.text(attribute).equals(Optional.of(value));
    }

    private static JsonObject members(AuditEvent event, List<String> names) {
        JsonObject members = JsonObject.EMPTY;
        for (String name : names) members = members.with(name, event.members().get(name));
        return members;
    }
}
