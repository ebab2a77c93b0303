package io.hyperpodgateway.http;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import java.util.Map;

/// @param body may be empty
record ReceivedAnswer(int status, Map<String, String> headers, JsonObject body) {

    static ReceivedAnswer of(HttpAnswer answer) {
        return new ReceivedAnswer(
                answer.status(),
                answer.headers(),
                answer.body().isEmpty() ? JsonObject.EMPTY : object(answer.body()));
    }

    private static JsonObject object(String text) {
        return (JsonObject) JsonReader.read(text).orElseThrow();
    }
}
