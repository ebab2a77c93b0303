package io.hyperpodgateway.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// An event sent to the function, and its answer.
public record Invocation(
        String requestId, String event, Instant deadline, CompletableFuture<Completion> answer) {

    /// The result of an event.
    public sealed interface Completion {

        record Returned(String json) implements Completion {}

        /// The handler threw, as reported by the runtime.
        record Threw(String errorType, String json) implements Completion {}
    }

    /// @param timeout the remaining time that the function sees
    public static Invocation of(String event, Duration timeout) {
        return new Invocation(
                UUID.randomUUID().toString(),
                event,
                Instant.now().plus(timeout),
                new CompletableFuture<>());
    }
}
