package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.json.JsonObject;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// Which event may follow which within a request.
final class EventOrder {

    /// Outcomes after which no further attempt follows, under the same key either.
    private static final Set<String> FINAL = Set.of("created", "cluster-exists");

    private EventOrder() {}

    /// What is wrong with the position of an event.
    ///
    /// @param before the event before it; empty if it is the request's first
    static Optional<String> mistake(Optional<JsonObject> before, JsonObject event) {
        Optional<EventType> type = type(event);
        if (type.isEmpty()) return Optional.of("the gateway writes no event of its type");
        if (before.isEmpty()) return first(type.get());
        return type(before.get()).flatMap(previous -> next(previous, before.get(), type.get()));
    }

    private static Optional<String> first(EventType type) {
        return switch (type) {
            case REFUSED, DRY_RUN, INTENDED -> Optional.empty();
            case COMPLETED, RESOLVED -> Optional.of("%s without an intent".formatted(type));
        };
    }

    private static Optional<String> next(EventType previous, JsonObject before, EventType type) {
        boolean may =
                switch (previous) {
                    case REFUSED, DRY_RUN -> false;
                    case INTENDED -> type == EventType.COMPLETED || type == EventType.RESOLVED;
                    case COMPLETED, RESOLVED -> type == EventType.INTENDED;
                };
        if (!may) return Optional.of("%s cannot follow %s".formatted(type, previous));
        return before.text("outcome")
                .filter(FINAL::contains)
                .map("no attempt follows the outcome %s"::formatted);
    }

    private static Optional<EventType> type(JsonObject event) {
        Optional<String> name = event.text("type");
        return Arrays.stream(EventType.values())
                .filter(type -> name.equals(Optional.of(type.name())))
                .findFirst();
    }
}
