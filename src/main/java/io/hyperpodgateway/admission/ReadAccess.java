package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.ClusterLookup.Cluster;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.admission.reading.RequestPage;
import io.hyperpodgateway.admission.reading.RequestPages;
import io.hyperpodgateway.admission.reading.RequestQuery;
import io.hyperpodgateway.admission.reading.RequestState;
import io.hyperpodgateway.admission.reading.RequestStates;
import io.hyperpodgateway.admission.settlement.CreatingRequestFinder;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.RequestHistory;
import io.hyperpodgateway.audit.list.RequestList;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.rules.Specification;

import java.util.List;
import java.util.Optional;

/// Reads on behalf of a caller: its own requests, the clusters that they created, and the policy
/// that applies to it. What it may not read appears not to exist. Reads are not recorded.
public final class ReadAccess {

    private final AuditLog log;
    private final ClusterLookup lookup;
    private final CreatingRequestFinder requests;
    private final RequestPages pages;
    private final RequestStates states;
    private final Specification specification;
    private final Policy policy;
    private final String region;

    public ReadAccess(Rulebook rulebook, Ports ports, RequestList requests, String region) {
        this.log = ports.log();
        this.lookup = ports.lookup();
        this.requests = new CreatingRequestFinder(ports.log());
        this.pages = new RequestPages(requests);
        this.states = new RequestStates(ports.lookup(), ports.telemetry());
        this.specification = rulebook.specification();
        this.policy = rulebook.policy();
        this.region = region;
    }

    /// Reads a page of the list of requests.
    ///
    /// @throws AuditUnavailableException if the record could not be read
    public RequestPage requests(
            RequestContext context, Caller caller, RequestQuery query, Deadline deadline) {
        return pages.page(caller, isAuditor(context, caller), query, context.startedAt(), deadline);
    }

    /// The history and the state of a request.
    ///
    /// @return empty if there is none that the caller may read
    /// @throws AuditUnavailableException if the record could not be read
    public Optional<RequestView> request(
            RequestContext context, Caller caller, String requestId, Deadline deadline) {
        if (!RequestHistory.isRequestId(requestId)) return Optional.empty();
        return history(requestId, deadline)
                .filter(history -> mayRead(context, caller, history))
                .map(history ->
                        new RequestView(
                                history,
                                states.of(history, context, deadline),
                                isAuditor(context, caller)));
    }

    /// A cluster and the request that created it.
    ///
    /// @return empty if there is no such cluster, or none that the caller may read
    /// @throws AuditUnavailableException if the record could not be read
    /// @throws LookupFailedException if SageMaker could not be called
    public Optional<ClusterView> cluster(
            RequestContext context, Caller caller, String name, Deadline deadline) {
        if (!specification.isClusterName(name)) return Optional.empty();
        return lookup.find(name, Budgets.forReading(deadline))
                .map(cluster -> view(cluster, deadline))
                .filter(view ->
                        isAuditor(context, caller)
                                || view.request()
                                        .filter(history -> history.isOf(caller))
                                        .isPresent());
    }

    /// The policy that applies to the caller.
    public JsonObject policy(RequestContext context, Caller caller) {
        return policy.describe(caller, place(context));
    }

    public boolean isClusterName(String name) {
        return specification.isClusterName(name);
    }

    /// A request and its state.
    ///
    /// @param isAuditor whether the findings of `audit` rules are shown
    public record RequestView(RequestHistory history, RequestState state, boolean isAuditor) {}

    /// A cluster, and the request of this gateway that created it with its state, if there is one.
    public record ClusterView(
            Cluster cluster, Optional<RequestHistory> request, Optional<RequestState> state) {}

    private ClusterView view(Cluster cluster, Deadline deadline) {
        Optional<RequestHistory> maker = requests.of(cluster, Budgets.forReading(deadline));
        return new ClusterView(cluster, maker, maker.map(_ -> RequestStates.ofLiving(cluster)));
    }

    private Optional<RequestHistory> history(String requestId, Deadline deadline) {
        List<AuditEvent> events = log.eventsOf(requestId, Budgets.forReading(deadline));
        return events.isEmpty() ? Optional.empty() : Optional.of(new RequestHistory(events));
    }

    private boolean mayRead(RequestContext context, Caller caller, RequestHistory history) {
        return history.isOf(caller) || isAuditor(context, caller);
    }

    private boolean isAuditor(RequestContext context, Caller caller) {
        return policy.isAuditor(caller, place(context));
    }

    private Place place(RequestContext context) {
        return new Place(context.accountId().orElse(""), region);
    }
}
