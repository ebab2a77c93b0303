package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.audit.Visit;

import java.util.Objects;

/// A request for a cluster, or for a rehearsal of one, as the front door hands it in.
///
/// @param visit who asks, and the rest of the circumstances
/// @param dryRun whether everything is to be done but the creation
/// @param body the document, unread
/// @param deadline how much time there is
public record Submission(Visit visit, boolean dryRun, Body body, Deadline deadline) {

    public Submission {
        Objects.requireNonNull(visit);
        Objects.requireNonNull(body);
        Objects.requireNonNull(deadline);
    }
}
