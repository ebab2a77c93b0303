package io.hyperpodgateway.http.request;

import io.hyperpodgateway.admission.outcome.MalformedRequest;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.text.Excerpt;
import io.hyperpodgateway.text.NearestNames;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The parameters of a request's query.
public final class Query {

    /// In code points, so that no character is cut in half.
    private static final int LONGEST_QUOTE = 60;

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /// The parameters that were requested so far, which are the allowed ones.
    private final List<String> known = new ArrayList<>();

    /// @param query the query as sent, without `?`
    public Query(String query) {
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) add(pair);
        }
    }

    /// Reads a parameter that is `true` or `false` and occurs at most once.
    ///
    /// @return empty if it is absent or invalid; an invalid one adds a finding
    public Optional<Boolean> flag(String name) {
        return value(
                name,
                "true or false is allowed",
                value ->
                        value.equals("true") || value.equals("false")
                                ? Optional.of(value.equals("true"))
                                : Optional.empty());
    }

    /// Reads a parameter that occurs at most once.
    ///
    /// @param allowed the allowed values, for the finding: "1 to 100 is allowed"
    /// @param form parses the value; empty if it is invalid
    /// @return empty if it is absent or invalid; an invalid one adds a finding
    public <T> Optional<T> value(String name, String allowed, Function<String, Optional<T>> form) {
        known.add(name);
        List<String> values = parameters.remove(name);
        if (values == null) return Optional.empty();
        if (values.size() > 1) {
            found(
                    "the query names %s %d times, at most once is allowed"
                            .formatted(name, values.size()));
            return Optional.empty();
        }
        String text = values.getFirst();
        Optional<T> value = form.apply(text);
        if (value.isEmpty())
            found("the query's %s is \"%s\", %s".formatted(name, shown(text), allowed));
        return value;
    }

    public boolean isInvalid() {
        return !findings.isEmpty();
    }

    /// Adds a finding on parameters that are valid one by one.
    public void refuse(String message) {
        found(message);
    }

    /// The findings, including those on parameters that were never requested.
    public List<Finding> findings() {
        parameters.keySet().forEach(this::unknown);
        parameters.clear();
        return List.copyOf(findings);
    }

    private void unknown(String name) {
        String hint = NearestNames.hint(name, known);
        found(
                "the query's parameter \"%s\" is unknown here%s"
                        .formatted(
                                shown(name),
                                hint.isEmpty() ? ", allowed: " + Excerpt.list(known) : hint));
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        try {
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (isBroken(name) || isBroken(value)) {
                found("the query holds bytes that are not UTF-8: \"" + shown(pair) + "\"");
            } else {
                parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        } catch (IllegalArgumentException _) {
            found("the query contains an invalid %-escape: \"" + shown(pair) + "\"");
        }
    }

    private void found(String message) {
        findings.add(MalformedRequest.part("query", message));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// Bytes that are not UTF-8 are decoded to the replacement character.
    private static boolean isBroken(String decoded) {
        return decoded.indexOf('\uFFFD') >= 0;
    }

    private static String shown(String text) {
        return Excerpt.of(text, LONGEST_QUOTE);
    }
}
