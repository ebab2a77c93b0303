package io.hyperpodgateway.audit.list;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.InMemoryAuditLog;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The requests of a record in memory, and which lists were read.
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
    private final List<Scope> read = new ArrayList<>();

    public InMemoryRequestList(InMemoryAuditLog log) {
        this.log = log;
    }

    /// The scopes that were read from, in order.
    public synchronized List<Scope> scopes() {
        return List.copyOf(read);
    }

    @Override
    public synchronized Chunk read(Scope scope, Span span, int most, Duration budget) {
        read.add(scope);
        List<Listing> there =
                log.events().stream()
                        .filter(event -> event.text("listKey").filter(span::holds).isPresent())
                        .filter(event -> holds(scope, event))
                        .map(event -> new Listing(listed(event)))
                        .sorted(Comparator.comparing(Listing::listKey).reversed())
                        .toList();
        if (there.size() <= most) return new Chunk(there, Optional.empty());
        List<Listing> given = there.subList(0, most);
        return new Chunk(given, Optional.of(given.getLast().listKey()));
    }

    @Override
    public Map<String, JsonObject> lastEvents(Collection<String> requestIds, Duration budget) {
        var last = new HashMap<String, JsonObject>();
        for (String id : requestIds) {
            List<AuditEvent> events = log.eventsOf(id, budget);
            if (!events.isEmpty()) last.put(id, listed(events.getLast()));
        }
        return last;
    }

    private static boolean holds(Scope scope, AuditEvent event) {
        return switch (scope) {
            case Scope.OfPrincipal(var principal, var cluster) ->
                    is(event, "principal", principal)
                            && cluster.map(name -> is(event, "clusterName", name)).orElse(true);
            case Scope.OfCluster(var cluster, var principal) ->
                    is(event, "clusterName", cluster)
                            && principal.map(name -> is(event, "principal", name)).orElse(true);
            case Scope.Everything _ -> true;
        };
    }

    private static boolean is(AuditEvent event, String attribute, String value) {
        return event.text(attribute).equals(Optional.of(value));
    }

    private static JsonObject listed(AuditEvent event) {
        JsonObject listed = JsonObject.EMPTY;
        for (String member : LISTED) listed = listed.with(member, event.members().get(member));
        return listed;
    }
}
