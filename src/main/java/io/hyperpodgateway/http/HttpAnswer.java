package io.hyperpodgateway.http;

import io.hyperpodgateway.json.JsonObject;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;

/// An answer: status, header fields and a body.
///
/// @param body a JSON document; empty if the status allows none
public record HttpAnswer(int status, SequencedMap<String, String> headers, String body) {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    public HttpAnswer {
        headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
        Objects.requireNonNull(body);
    }

    static HttpAnswer json(int status, JsonObject body) {
        return of(status, JSON, body);
    }

    /// A problem document (RFC 9457).
    static HttpAnswer problem(int status, JsonObject body) {
        return of(status, PROBLEM, body);
    }

    static HttpAnswer text(String type, String body) {
        return new HttpAnswer(200, new LinkedHashMap<>(), body).with("Content-Type", type);
    }

    /// 304, the client's copy is current (RFC 9110, section 15.4.5).
    static HttpAnswer notModified() {
        return new HttpAnswer(304, new LinkedHashMap<>(), "");
    }

    HttpAnswer with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpAnswer(status, more, body);
    }

    /// This answer, with headers that keep a browser from loading or running anything in it.
    HttpAnswer withoutActiveContent() {
        return with(
                        "Content-Security-Policy",
                        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors"
                                + " 'none'")
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer");
    }

    /// An error in the form of AWS's JSON protocol, version 1.1.
    static HttpAnswer awsError(int status, JsonObject body) {
        return of(status, "application/x-amz-json-1.1", body);
    }

    private static HttpAnswer of(int status, String type, JsonObject body) {
        return new HttpAnswer(status, new LinkedHashMap<>(), body.toText())
                .with("Content-Type", type)
                .with("Cache-Control", "no-store");
    }
}
