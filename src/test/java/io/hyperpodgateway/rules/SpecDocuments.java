package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.text.Reading;

import java.util.List;

/// Documents and findings as the tests of this room write them.
public final class SpecDocuments {

    private SpecDocuments() {}

    /// The value of a JSON text.
    public static Json json(String text) {
        if (JsonReader.read(text) instanceof Reading.Read(var value)) return value;
        throw new IllegalArgumentException("not JSON: " + text);
    }

    /// The document of a JSON text in which `'` stands for `"`.
    public static JsonObject document(String text) {
        return (JsonObject) json(text.replace('\'', '"'));
    }

    /// The request of such a text.
    public static ClusterRequest request(String text) {
        return new ClusterRequest(document(text));
    }

    /// Rule and place of each finding: `length /ClusterName`.
    public static List<String> summaries(List<Finding> findings) {
        return findings.stream().map(finding -> finding.rule() + " " + finding.pointer()).toList();
    }
}
