package io.hyperpodgateway.load;

import io.hyperpodgateway.http.Description;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An answer on the wire.
///
/// @param headers by their names in lower case
/// @param nanos from the first byte sent to the last received
record WireAnswer(int status, Map<String, String> headers, String body, long nanos) {

    private static final Map<Integer, String> NEEDED =
            Map.of(201, "location", 401, "www-authenticate", 405, "allow");

    WireAnswer {
        headers = Map.copyOf(headers);
    }

    String requestId() {
        return headers.getOrDefault("x-request-id", "");
    }

    /// Whether it says that AWS was too slow, and when to retry.
    boolean isNotInTime() {
        return headers.containsKey("retry-after") && (status >= 500 || status == 409);
    }

    /// The differences between the answer and the contract.
    List<String> mistakes(WireRequest wireRequest) {
        var mistakes =
                new ArrayList<>(
                        Description.mistakes(
                                wireRequest.method(),
                                wireRequest.pathAlone(),
                                status,
                                headers,
                                body));
        if (!requestId().matches("r-[0-9a-f]{32}")) mistakes.add("no requestId");
        String needed = NEEDED.getOrDefault(status, "x-request-id");
        if (!headers.containsKey(needed)) mistakes.add("no " + needed);
        if (isNotInTime()) return mistakes;
        if (status != wireRequest.requestKind().status())
            mistakes.add("%d is expected".formatted(wireRequest.requestKind().status()));
        if (!outcome().equals(wireRequest.requestKind().outcome()))
            mistakes.add("%s is expected".formatted(wireRequest.requestKind().outcome()));
        if (wireRequest.requestKind()
                == RequestKind.REPLAY
                != headers.containsKey("idempotency-replayed"))
            mistakes.add("replayed or not, it says the contrary");
        if (wireRequest.pathAlone().equals("/clusters") && !bodysRequestId().equals(requestId()))
            mistakes.add("the body has another requestId");
        return mistakes;
    }

    String outcome() {
        return document()
                .flatMap(it -> it.text("type"))
                .filter(type -> type.startsWith("urn:hyperpod-gateway:problem:"))
                .map(type -> type.substring(type.lastIndexOf(':') + 1))
                .orElse(status == 201 ? "created" : "ok");
    }

    private String bodysRequestId() {
        return document().flatMap(it -> it.text("requestId")).orElse("");
    }

    private Optional<JsonObject> document() {
        return JsonReader.read(body) instanceof Reading.Read(JsonObject object)
                ? Optional.of(object)
                : Optional.empty();
    }
}
