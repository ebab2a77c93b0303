package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A received call.
///
/// @param standInOperation the operation
/// @param headers its headers, names in lower case
/// @param body its body
/// @param requestId the id of the answer
public record RecordedRequest(
        StandInOperation standInOperation,
        Map<String, List<String>> headers,
        String body,
        String requestId) {

    public RecordedRequest {
        headers = Map.copyOf(headers);
    }

    /// The first value of a header; its name in lower case.
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /// The body as a document.
    ///
    /// @throws IllegalStateException if it is not one JSON object
    public JsonObject document() {
        if (JsonReader.read(body) instanceof Reading.Read(JsonObject document)) return document;
        throw new IllegalStateException("not a JSON object: " + body);
    }
}
