package io.hyperpodgateway.admission.reading;

import io.hyperpodgateway.admission.key.IdempotencyState;
import io.hyperpodgateway.admission.outcome.Outcomes;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Translation;
import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.ClusterLookup.Cluster;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.admission.reading.RequestState.CallState;
import io.hyperpodgateway.admission.reading.RequestState.Cause;
import io.hyperpodgateway.admission.reading.RequestState.ClusterState;
import io.hyperpodgateway.admission.reading.RequestState.Decision;
import io.hyperpodgateway.admission.reading.RequestState.NextStep;
import io.hyperpodgateway.admission.settlement.SettlementTimings;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.RequestHistory;
import io.hyperpodgateway.finding.Finding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Derives the state of a request from its events and from its cluster as SageMaker reports it now.
public final class RequestStates {

    private static final String CREATED = "created";
    private static final String NOT_CREATED = "not-created";
    private static final String FAILED = "Failed";

    private final ClusterLookup lookup;
    private final Telemetry telemetry;

    /// @param telemetry is notified if SageMaker cannot be called; the state is derived all the
    ///   same
    public RequestStates(ClusterLookup lookup, Telemetry telemetry) {
        this.lookup = lookup;
        this.telemetry = telemetry;
    }

    /// Derives the state of a request.
    ///
    /// @param context the context of the request that asks, and its time
    public RequestState of(RequestHistory history, RequestContext context, Deadline deadline) {
        AuditEvent last = history.events().getLast();
        return switch (last.type()) {
            case REFUSED -> refused(last);
            case DRY_RUN -> allowed(CallState.NONE, NextSteps.DRY_RUN);
            case INTENDED -> open(last, context.startedAt());
            case COMPLETED, RESOLVED ->
                    history.outcome().equals(CREATED)
                            ? created(cluster(history, context, deadline))
                            : failed(last);
        };
    }

    private static RequestState refused(AuditEvent refusal) {
        Problem problem = Problem.of(refusal.text("outcome").orElseThrow());
        return new RequestState(
                Decision.REFUSED,
                CallState.NONE,
                Optional.empty(),
                Optional.of(cause(refusal, problem)),
                NextSteps.of(problem));
    }

    private static RequestState open(AuditEvent intent, Instant now) {
        Duration age = Duration.between(Instant.parse(intent.text("at").orElseThrow()), now);
        boolean young = age.compareTo(SettlementTimings.ITS_OWN_TIME) < 0;
        return allowed(young ? CallState.UNDER_WAY : CallState.UNKNOWN, NextSteps.ofOpen(age));
    }

    private static RequestState allowed(CallState call, NextStep next) {
        return new RequestState(Decision.ALLOWED, call, Optional.empty(), Optional.empty(), next);
    }

    private static RequestState failed(AuditEvent outcome) {
        String id = outcome.text("outcome").orElseThrow();
        Problem problem = id.equals(NOT_CREATED) ? Problem.SAGEMAKER_UNAVAILABLE : Problem.of(id);
        Optional<Translation> known =
                errors(outcome).stream()
                        .flatMap(finding -> Translation.named(finding.rule()).stream())
                        .findFirst();
        return new RequestState(
                Decision.ALLOWED,
                CallState.FAILED,
                Optional.empty(),
                Optional.of(
                        known.map(RequestStates::cause).orElseGet(() -> cause(outcome, problem))),
                next(outcome, known, problem));
    }

    private static NextStep next(AuditEvent outcome, Optional<Translation> known, Problem problem) {
        // the name stays taken, and a key always returns this outcome
        if (problem == Problem.CLUSTER_EXISTS) return NextSteps.of(problem);
        if (IdempotencyState.isLast(outcome)) return NextSteps.SPENT;
        return known.map(its -> NextSteps.of(its.responsible()))
                .orElseGet(() -> NextSteps.of(problem));
    }

    /// The state of the request that created this cluster.
    public static RequestState ofLiving(Cluster cluster) {
        return created(living(cluster));
    }

    private static RequestState created(ClusterState cluster) {
        Optional<Translation> known = cluster.failureMessage().flatMap(Translation::ofFailure);
        NextStep next =
                cluster.status().equals(FAILED)
                        ? known.map(Translation::responsible)
                                .map(NextSteps::ofFailedCluster)
                                .orElseGet(() -> NextSteps.ofCluster(FAILED))
                        : next(cluster);
        return new RequestState(
                Decision.ALLOWED,
                CallState.SUCCEEDED,
                Optional.of(cluster),
                known.map(RequestStates::cause),
                next);
    }

    private static NextStep next(ClusterState cluster) {
        if (cluster.equals(ClusterState.GONE)) return NextSteps.GONE;
        if (cluster.equals(ClusterState.UNKNOWN)) return NextSteps.ASK_LATER;
        return NextSteps.ofCluster(cluster.status());
    }

    /// Another cluster may have the name by now: only the ARN identifies it.
    private ClusterState cluster(
            RequestHistory history, RequestContext context, Deadline deadline) {
        Optional<String> name = history.events().getFirst().text("clusterName");
        try {
            return name.flatMap(its -> lookup.find(its, Budgets.forClusterLookup(deadline)))
                    .filter(found -> history.clusterArn().equals(Optional.of(found.arn())))
                    .map(RequestStates::living)
                    .orElse(ClusterState.GONE);
        } catch (LookupFailedException e) {
            telemetry.recordNotRead(context, e);
            return ClusterState.UNKNOWN;
        }
    }

    private static ClusterState living(Cluster cluster) {
        return new ClusterState(
                cluster.status(),
                cluster.description().text("FailureMessage").filter(text -> !text.isBlank()),
                Optional.empty());
    }

    private static Cause cause(Translation known) {
        return new Cause(known.rule(), known.words());
    }

    /// The event's first finding; the problem's name if there is none.
    private static Cause cause(AuditEvent event, Problem problem) {
        List<Finding> errors = errors(event);
        String words =
                switch (errors.size()) {
                    case 0 -> problem.id().replace('-', ' ');
                    case 1 -> errors.getFirst().message();
                    default ->
                            "%d things are wrong, the first: %s"
                                    .formatted(errors.size(), errors.getFirst().message());
                };
        return new Cause(problem.id(), words);
    }

    private static List<Finding> errors(AuditEvent event) {
        return Outcomes.findings(event).stream().filter(Finding::isError).toList();
    }
}
