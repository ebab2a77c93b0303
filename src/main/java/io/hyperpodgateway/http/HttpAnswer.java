package io.hyperpodgateway.http;

import io.hyperpodgateway.json.JsonObject;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// An answer: status, header fields and a JSON document.
public record HttpAnswer(int status, SequencedMap<String, String> headers, JsonObject body) {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    public HttpAnswer {
        headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    }

    /// A document.
    static HttpAnswer json(int status, JsonObject body) {
        return of(status, JSON, body);
    }

    /// A problem document (RFC 9457).
    static HttpAnswer problem(int status, JsonObject body) {
        return of(status, PROBLEM, body);
    }

    /// This answer with one more header field.
    HttpAnswer with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpAnswer(status, more, body);
    }

    private static HttpAnswer of(int status, String type, JsonObject body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", type);
        return new HttpAnswer(status, headers, body).with("Cache-Control", "no-store");
    }
}
