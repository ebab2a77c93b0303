package io.hyperpodgateway.admission.reading;

import io.hyperpodgateway.json.JsonObject;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A page of the list of requests.
///
/// @param requests newest first, in the members of a list
/// @param next the token of the next page; empty if this is the last
public record RequestPage(List<JsonObject> requests, Optional<String> next) {

    public static final RequestPage EMPTY = new RequestPage(List.of(), Optional.empty());

    public RequestPage {
        requests = List.copyOf(requests);
        Objects.requireNonNull(next);
    }
}
