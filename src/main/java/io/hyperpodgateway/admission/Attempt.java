package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// One attempt to create a cluster, for a submission whose body was read.
///
/// @param submission the submission; a refusal is recorded under its own id
/// @param context its context under the id of the intent, which is the key's if it has one
/// @param document the body as read
/// @param after the event that precedes the intent, if the key was used before
/// @param untilIntended the time left to record the intent
record Attempt(
        Submission submission,
        RequestContext context,
        JsonObject document,
        Optional<AuditEvent> after,
        Deadline untilIntended) {

    Attempt {
        Objects.requireNonNull(submission);
        Objects.requireNonNull(context);
        Objects.requireNonNull(document);
        Objects.requireNonNull(after);
        Objects.requireNonNull(untilIntended);
    }

    /// This attempt, following an earlier one.
    Attempt after(AuditEvent outcome) {
        return new Attempt(submission, context, document, Optional.of(outcome), untilIntended);
    }

    /// This attempt with that much time to record the intent, starting now.
    Attempt within(Duration untilIntended) {
        return new Attempt(
                submission,
                context,
                document,
                after,
                Budgets.within(submission.deadline(), untilIntended));
    }

    boolean isKeyed() {
        return submission.keyed().isPresent();
    }

    Deadline deadline() {
        return submission.deadline();
    }
}
