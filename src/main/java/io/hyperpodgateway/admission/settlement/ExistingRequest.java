package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.outcome.Translation;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.RequestHistory;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The caller's earlier request that created the cluster with the requested name.
///
/// @param requestId of the earlier request
/// @param sameBody whether both sent the same body, compared in its RFC 8785 form
public record ExistingRequest(String requestId, boolean sameBody) {

    public ExistingRequest {
        Objects.requireNonNull(requestId);
    }

    static ExistingRequest of(RequestHistory earlier, AuditEvent intent) {
        List<AuditEvent> attempt = RequestHistory.lastAttempt(earlier.events());
        Optional<String> body = attempt.stream().findFirst().flatMap(ExistingRequest::bodySha256);
        return new ExistingRequest(
                earlier.requestId(), body.isPresent() && body.equals(bodySha256(intent)));
    }

    private static Optional<String> bodySha256(AuditEvent intent) {
        return intent.text("bodySha256");
    }

    /// The finding that names the request, and what to do.
    public Finding finding() {
        return Finding.of(
                Source.SAGEMAKER,
                Translation.NAME_TAKEN.rule(),
                Level.ERROR,
                Translation.NAME_TAKEN.pointer(),
                ("your request %s created the cluster of this name from %s body; for another"
                                + " cluster choose another name, or delete this one first; a new"
                                + " request needs a new key")
                        .formatted(requestId, sameBody ? "the same" : "another"));
    }
}
