package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.EventWriter;
import io.hyperpodgateway.json.JsonObject;

import java.util.Optional;

/// What the attributes of one event must be, given its place: those that index it are made from its
/// time and its request.
///
/// @param requestId of the partition
/// @param sequence of the sort key
record EventForm(String requestId, int sequence) {

    /// What is wrong with an event of that place, one thing of it.
    Optional<String> mistake(JsonObject members) {
        if (!members.text("requestId").equals(Optional.of(requestId))) {
            return Optional.of("its requestId is another's");
        }
        Optional<String> at = members.text("at");
        if (at.flatMap(EventWriter::instant).isEmpty()) {
            return Optional.of("its at is no instant as yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
        }
        return hour(members, at.get()).or(() -> listed(members, at.get()));
    }

    private static Optional<String> hour(JsonObject members, String at) {
        return members.text("hour").equals(Optional.of(at.substring(0, 13)))
                ? Optional.empty()
                : Optional.of("its hour is not that of its time");
    }

    /// The first event of a request is the one that lists show.
    private Optional<String> listed(JsonObject members, String at) {
        if (sequence > 1) {
            return members.get("listKey").or(() -> members.get("day")).isPresent()
                    ? Optional.of("only the first event has listKey and day")
                    : Optional.empty();
        }
        boolean holds =
                members.text("listKey").equals(Optional.of(at + "#" + requestId))
                        && members.text("day").equals(Optional.of(at.substring(0, 10)));
        return holds
                ? Optional.empty()
                : Optional.of("its listKey and day are not those of its time and request");
    }
}
