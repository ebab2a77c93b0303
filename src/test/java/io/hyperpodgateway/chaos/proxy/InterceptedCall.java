package io.hyperpodgateway.chaos.proxy;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A call.
///
/// @param target the header `X-Amz-Target`
/// @param text its body
record InterceptedCall(String target, Map<String, List<String>> headers, byte[] body, String text) {

    static InterceptedCall of(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new InterceptedCall(
                exchange.getRequestHeaders().getFirst("X-Amz-Target"),
                Map.copyOf(exchange.getRequestHeaders()),
                body,
                new String(body, StandardCharsets.UTF_8));
    }

    String operation() {
        return target.substring(target.lastIndexOf('.') + 1);
    }

    boolean isOfSageMaker() {
        return target.startsWith("SageMaker.");
    }

    AwsStep step() {
        return AwsStep.of(operation(), text);
    }
}
