package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// One attempt at a cluster: a submission that was read, and where its intent would stand.
///
/// @param submission the submission; a refusal is recorded under its own id
/// @param context its circumstances under the id of the intent: the key's, where it has one
/// @param document the body as read
/// @param after the event that the intent would follow, if the key was tried before
/// @param untilIntended how much time is left for recording the intent
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

    /// This attempt behind an earlier one.
    Attempt after(AuditEvent outcome) {
        return new Attempt(submission, context, document, Optional.of(outcome), untilIntended);
    }

    /// This attempt with so much time for recording the intent, counted from now.
    Attempt within(Duration untilIntended) {
        return new Attempt(
                submission,
                context,
                document,
                after,
                Budgets.within(submission.deadline(), untilIntended));
    }

    /// Whether it goes under a key.
    boolean isKeyed() {
        return submission.keyed().isPresent();
    }

    Deadline deadline() {
        return submission.deadline();
    }
}
