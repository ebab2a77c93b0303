package io.hyperpodgateway.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// One event on its way to the function, and the answer on its way back.
public record Invocation(
        String requestId, String event, Instant deadline, CompletableFuture<Completion> answer) {

    /// What the function made of an event.
    public sealed interface Completion {

        /// The handler returned.
        record Returned(String json) implements Completion {}

        /// The handler threw, and the runtime said so.
        record Threw(String errorType, String json) implements Completion {}
    }

    /// A new one.
    ///
    /// @param timeout what the function is told it has
    public static Invocation of(String event, Duration timeout) {
        return new Invocation(
                UUID.randomUUID().toString(),
                event,
                Instant.now().plus(timeout),
                new CompletableFuture<>());
    }
}
