package io.hyperpodgateway.fuzz;

import io.hyperpodgateway.corpus.Sentences;
import io.hyperpodgateway.corpus.SpecificationOracle;
import io.hyperpodgateway.json.JsonFlaw;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

/// What the fuzzer feeds: a body, read and held against the specification.
public final class RequestFuzzer {

    private RequestFuzzer() {}

    /// Throws where anything fails to hold that must hold of every body.
    public static void fuzzerTestOneInput(byte[] body) {
        switch (JsonReader.read(body)) {
            case Reading.Read(JsonObject document) -> {
                if (!JsonReader.read(document.toText()).equals(new Reading.Read<>(document)))
                    throw new AssertionError("what is written of a document reads as another");
                SpecificationOracle.holds(document);
            }
            case Reading.Read _ -> {}
            case Reading.Refused(var flaws) -> {
                if (flaws.isEmpty()) throw new AssertionError("unreadable, but nobody says why");
                flaws.stream().map(JsonFlaw::message).forEach(Sentences::hold);
            }
        }
    }
}
