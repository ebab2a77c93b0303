package io.hyperpodgateway.http.request;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Header fields by case-insensitive name (RFC 9110, section 5.1).
public final class Headers {

    private final Map<String, String> values = new TreeMap<>();

    /// Names that differ only in case are one field, its values joined by commas.
    public Headers(Map<String, String> headers) {
        headers.forEach((name, value) ->
                values.merge(
                        name.toLowerCase(Locale.ROOT), value, (one, other) -> one + ", " + other));
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The fields' names in lower case, sorted.
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }
}
