package io.hyperpodgateway.e2e;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.text.Reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The confidential content of events, which no log may contain: payload, credentials, header
/// values, a token's claims except the two that identify the principal.
final class Confidential {

    /// Shorter texts may be in a log for other reasons.
    private static final int SHORTEST = 8;

    private static final Predicate<String> ACCOUNT =
            Pattern.compile("[0-9]{12}").asMatchPredicate();
    private static final Set<String> COMMON = Set.of("application/json", "https");
    private static final Set<String> PRINCIPAL_CLAIMS = Set.of("iss", "sub");

    /// The address is also in `requestContext`, where it is no header.
    private static final String ADDRESS = "x-forwarded-for";

    private final Set<String> values = new HashSet<>(Set.of(LambdaVariables.ACCESS_KEY));

    /// Collects the content of an event.
    void note(JsonObject event) {
        event.object("headers").ifPresent(headers -> texts(headers.without(ADDRESS)));
        event.object("requestContext").ifPresent(this::noteContext);
        event.text("body")
                .map(JsonReader::read)
                .ifPresent(body -> {
                    if (body instanceof Reading.Read(var value)) texts(value);
                });
    }

    /// The log lines with confidential content. The line of an event that could not be recorded may
    /// contain its cluster's name, by which the record is searched.
    List<String> leaksIn(List<String> log) {
        return log.stream()
                .flatMap(line -> {
                    String shown = withoutRecord(line);
                    return values.stream()
                            .filter(shown::contains)
                            .map(value -> "%s stands in: %.500s".formatted(value, line));
                })
                .toList();
    }

    private void noteContext(JsonObject context) {
        context.object("http").flatMap(http -> http.text("userAgent")).ifPresent(this::add);
        Optional<JsonObject> authorizer = context.object("authorizer");
        authorizer.flatMap(a -> a.object("iam")).ifPresent(iam -> texts(iam.without("userArn")));
        authorizer
                .flatMap(a -> a.object("jwt"))
                .flatMap(jwt -> jwt.object("claims"))
                .ifPresent(claims ->
                        claims.stream()
                                .filter(claim -> !PRINCIPAL_CLAIMS.contains(claim.getKey()))
                                .forEach(claim -> texts(claim.getValue())));
    }

    private void texts(Json value) {
        switch (value) {
            case JsonString(var text) -> add(text);
            case JsonObject(var members) -> members.values().forEach(this::texts);
            case JsonArray(var items) -> items.forEach(this::texts);
            default -> {}
        }
    }

    private void add(String text) {
        if (text.length() >= SHORTEST && !COMMON.contains(text) && !ACCOUNT.test(text)) {
            values.add(text);
        }
    }

    private static String withoutRecord(String line) {
        if (!(JsonReader.read(line) instanceof Reading.Read(JsonObject object))) return line;
        return object.object("event")
                .map(event -> event.without("clusterName"))
                .map(event -> object.with("event", event))
                .orElse(object)
                .toText();
    }
}
