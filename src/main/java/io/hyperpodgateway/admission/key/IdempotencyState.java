package io.hyperpodgateway.admission.key;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;

import java.util.List;
import java.util.Optional;

/// The recorded state of a key, for the body that is sent with it.
public sealed interface IdempotencyState {

    /// After this many attempts under one key, the last outcome is final.
    int MAX_ATTEMPTS = 100;

    /// A new attempt may be made.
    ///
    /// @param after the outcome of the attempt before it, if there was one
    record Free(Optional<AuditEvent> after) implements IdempotencyState {}

    /// The key was first used with another body.
    record Reused(AuditEvent intent) implements IdempotencyState {}

    record Open(AuditEvent intent) implements IdempotencyState {}

    /// The outcome is final.
    record Concluded(AuditEvent intent, AuditEvent outcome) implements IdempotencyState {}

    /// Derives the state of a key.
    ///
    /// @param attempt the last attempt under the key: its intent, and its outcome if it has one;
    ///   empty if there was none
    /// @param bodySha256 over the RFC 8785 form of the body that is sent now; empty if it has none
    static IdempotencyState of(List<AuditEvent> attempt, Optional<String> bodySha256) {
        if (attempt.isEmpty()) return new Free(Optional.empty());
        AuditEvent intent = attempt.getFirst();
        if (intent.type() != EventType.INTENDED)
            throw new IllegalStateException("an attempt begins with " + intent.type());
        if (!intent.text("bodySha256").equals(bodySha256)) return new Reused(intent);
        if (attempt.size() == 1) return new Open(intent);
        AuditEvent outcome = attempt.getLast();
        return Finality.isFinal(outcome) || isLast(intent)
                ? new Concluded(intent, outcome)
                : new Free(Optional.of(outcome));
    }

    /// Whether this is the last attempt that its key allows.
    ///
    /// @param event its intent or its outcome: each attempt records two events
    static boolean isLast(AuditEvent event) {
        return (event.sequence() + 1) / 2 >= MAX_ATTEMPTS;
    }
}
