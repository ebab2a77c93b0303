package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.key.IdempotencyKey;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.audit.RequestContext;

import java.util.Objects;
import java.util.Optional;

/// A request to create a cluster, or a dry run of one.
///
/// @param context who sends it, from where, when
/// @param dryRun whether to do everything except the creation
/// @param key the caller's idempotency key, if there is one
/// @param body the document, not read yet
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

    /// The key under which a cluster may be created. A dry run creates none, so its key has no
    /// effect.
    Optional<IdempotencyKey> keyed() {
        return dryRun ? Optional.empty() : key;
    }
}
