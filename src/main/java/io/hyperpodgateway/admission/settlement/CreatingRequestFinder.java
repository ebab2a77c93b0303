package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.port.ClusterLookup.Cluster;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.RequestHistory;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Finds the requests that created clusters.
public final class CreatingRequestFinder {

    private final AuditLog log;

    public CreatingRequestFinder(AuditLog log) {
        this.log = Objects.requireNonNull(log);
    }

    /// The request that created the cluster: the one in its tag, if the record says that it created
    /// a cluster of this ARN. The tag alone proves nothing, because it can be copied.
    ///
    /// @throws AuditUnavailableException if the record could not be read
    public Optional<RequestHistory> of(Cluster cluster, Duration budget) {
        return Optional.ofNullable(cluster.tags().get(ClusterOwnership.TAG))
                .filter(RequestHistory::isRequestId)
                .flatMap(requestId -> history(requestId, budget))
                .filter(history -> history.clusterArn().filter(cluster.arn()::equals).isPresent());
    }

    /// The request that created the cluster, if it is of the same caller as the intent.
    ///
    /// @throws AuditUnavailableException if the record could not be read
    public Optional<ExistingRequest> existing(Cluster cluster, AuditEvent intent, Duration budget) {
        return of(cluster, budget)
                .filter(history -> isOfSameCaller(history, intent))
                .map(history -> ExistingRequest.of(history, intent));
    }

    private static boolean isOfSameCaller(RequestHistory history, AuditEvent intent) {
        Optional<String> principal = history.events().getFirst().text("principal");
        return principal.isPresent() && principal.equals(intent.text("principal"));
    }

    private Optional<RequestHistory> history(String requestId, Duration budget) {
        List<AuditEvent> events = log.eventsOf(requestId, budget);
        return events.isEmpty() ? Optional.empty() : Optional.of(new RequestHistory(events));
    }
}
