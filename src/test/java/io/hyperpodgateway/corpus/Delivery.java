package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// A body as API Gateway delivers it: text if it is UTF-8, otherwise base64.
public final class Delivery {

    private static final String ACCOUNT = "111122223333";

    private Delivery() {}

    /// The event of a POST to `/clusters` with that body, in UTF-8.
    public static byte[] of(byte[] body) {
        return event(body).toText().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject event(byte[] body) {
        Optional<String> text = text(body);
        return JsonObject.of("version", Json.of("2.0"))
                .with("rawPath", Json.of("/clusters"))
                .with("rawQueryString", Json.of(""))
                .with("headers", JsonObject.of("content-type", Json.of("application/json")))
                .with("requestContext", context())
                .with(
                        "body",
                        Json.of(text.orElseGet(() -> Base64.getEncoder().encodeToString(body))))
                .with("isBase64Encoded", Json.of(text.isEmpty()));
    }

    private static JsonObject context() {
        JsonObject iam =
                JsonObject.of("accountId", Json.of(ACCOUNT))
                        .with("userArn", Json.of("arn:aws:iam::" + ACCOUNT + ":user/jo"))
                        .with("userId", Json.of("AIDAJO"));
        return JsonObject.of("accountId", Json.of(ACCOUNT))
                .with("authorizer", JsonObject.of("iam", iam))
                .with("requestId", Json.of("api-1"))
                .with(
                        "http",
                        JsonObject.of("method", Json.of("POST"))
                                .with("path", Json.of("/clusters"))
                                .with("sourceIp", Json.of("203.0.113.7"))
                                .with("userAgent", Json.of("curl/8")));
    }

    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
