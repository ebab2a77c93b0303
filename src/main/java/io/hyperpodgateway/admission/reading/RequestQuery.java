package io.hyperpodgateway.admission.reading;

import java.util.Objects;
import java.util.Optional;

/// A query of the list of requests.
///
/// @param limit the maximum number of requests of a page
/// @param below the key below which the page begins, from a [PageToken]; empty for the first page
public record RequestQuery(RequestFilter filter, int limit, Optional<String> below) {

    public static final int MAX_LIMIT = 100;

    public static final int DEFAULT_LIMIT = 20;

    public RequestQuery {
        Objects.requireNonNull(filter);
        Objects.requireNonNull(below);
    }
}
