package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.key.IdempotencyKey;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.audit.RequestContext;

import java.util.Objects;
import java.util.Optional;

/// A request for a cluster, or for a rehearsal of one, as the front door hands it in.
///
/// @param context who asks, and the rest of the circumstances
/// @param dryRun whether everything is to be done but the creation
/// @param key the caller's own name for the request, if it gave one
/// @param body the document, unread
/// @param deadline how much time there is
public record Submission(
        RequestContext context,
        boolean dryRun,
        Optional<IdempotencyKey> key,
        RequestBody body,
        Deadline deadline) {

    public Submission {
        Objects.requireNonNull(context);
        Objects.requireNonNull(key);
        Objects.requireNonNull(body);
        Objects.requireNonNull(deadline);
    }

    /// The key under which a cluster may be made: a dry run makes none, so its key stands for
    /// nothing.
    Optional<IdempotencyKey> keyed() {
        return dryRun ? Optional.empty() : key;
    }
}
