package io.hyperpodgateway.admission.reading;

import java.util.Objects;
import java.util.Optional;

/// What a caller asks of the list of requests.
///
/// @param limit how many requests a page may hold
/// @param below the key below which the page begins, from a [PageToken]; empty for the first page
public record RequestQuery(RequestFilter filter, int limit, Optional<String> below) {

    /// The largest page.
    public static final int MAX_LIMIT = 100;

    /// The page that is given when nobody says how large.
    public static final int DEFAULT_LIMIT = 20;

    public RequestQuery {
        Objects.requireNonNull(filter);
        Objects.requireNonNull(below);
    }
}
