package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One request of the corpus.
///
/// @param name a short and unique description
/// @param bytes the body
/// @param expectation the allowed results
public record CorpusCase(String name, byte[] bytes, Expectation expectation) {

    static CorpusCase of(String name, String text, Expectation expectation) {
        return new CorpusCase(name, text.getBytes(StandardCharsets.UTF_8), expectation);
    }

    static CorpusCase of(String name, JsonObject document, Expectation expectation) {
        return of(name, document.toText(), expectation);
    }

    /// The body's document, if it is one JSON object.
    public Optional<JsonObject> document() {
        return JsonReader.read(bytes) instanceof Reading.Read(JsonObject document)
                ? Optional.of(document)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "%s (%d bytes)".formatted(name, bytes.length);
    }
}
