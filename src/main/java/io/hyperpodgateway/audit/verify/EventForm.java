package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.EventWriter;
import io.hyperpodgateway.json.JsonObject;

import java.util.Optional;

/// Checks the attributes of one event against its keys; index attributes are derived from its time
/// and its request.
///
/// @param requestId of the partition key
/// @param sequence of the sort key
record EventForm(String requestId, int sequence) {

    /// One thing that is wrong with an event of these keys, if anything is.
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

    /// Only a request's first event has the attributes of the lists' indexes.
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
