package io.hyperpodgateway.audit;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.util.List;
import java.util.function.UnaryOperator;

/// Removes messages and fixes from recorded findings, because they quote the request.
final class RedactedFindings {

    /// The members that stay; `audit` marks a finding that the caller was not shown.
    private static final List<String> KEPT = List.of("rule", "pointer", "level", "audit");

    private RedactedFindings() {}

    /// @param findings a JSON array of findings
    /// @param known replaces the caller's own names in a pointer
    static String of(String findings, UnaryOperator<JsonPointer> known) {
        if (!(JsonReader.read(findings) instanceof Reading.Read(JsonArray(var items)))) {
            return "[]";
        }
        return new JsonArray(
                        items.stream()
                                .filter(JsonObject.class::isInstance)
                                .map(item -> redact((JsonObject) item, known))
                                .toList())
                .toText();
    }

    private static Json redact(JsonObject finding, UnaryOperator<JsonPointer> known) {
        JsonObject bare = JsonObject.EMPTY;
        for (String member : KEPT) bare = bare.with(member, finding.get(member));
        return bare.with(
                "pointer",
                finding.text("pointer")
                        .map(JsonPointer::parse)
                        .map(known)
                        .map(pointer -> Json.of(pointer.toString())));
    }
}
