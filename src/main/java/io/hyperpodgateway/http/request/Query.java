package io.hyperpodgateway.http.request;

import io.hyperpodgateway.admission.outcome.Malformed;
import io.hyperpodgateway.spec.Finding;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parameters of a request's query.
public final class Query {

    /// In code points: half a character has no UTF-8 form.
    private static final int LONGEST_QUOTE = 60;

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /// @param query the query as sent, without `?`
    public Query(String query) {
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) add(pair);
        }
    }

    /// Takes a parameter that is `true` or `false` and stands at most once.
    ///
    /// @return empty if it is absent, or wrong, which is then among the findings
    public Optional<Boolean> flag(String name) {
        List<String> values = parameters.remove(name);
        if (values == null) return Optional.empty();
        if (values.size() > 1) {
            found(
                    "the query names %s %d times, at most once is allowed"
                            .formatted(name, values.size()));
            return Optional.empty();
        }
        String value = values.getFirst();
        if (value.equals("true") || value.equals("false")) return Optional.of(value.equals("true"));
        found("the query's %s is \"%s\", true or false is allowed".formatted(name, cut(value)));
        return Optional.empty();
    }

    /// Everything wrong with the query, parameters that nobody took included.
    public List<Finding> findings() {
        parameters
                .keySet()
                .forEach(name ->
                        found("the query's parameter \"%s\" is unknown here".formatted(cut(name))));
        parameters.clear();
        return List.copyOf(findings);
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        try {
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        } catch (IllegalArgumentException _) {
            found("the query holds a %-escape that is none: \"" + cut(pair) + "\"");
        }
    }

    private void found(String message) {
        findings.add(Malformed.part("query", message));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_QUOTE) return text;
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
