package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.ClusterLookup.Cluster;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.port.OpenIntentStore;
import io.hyperpodgateway.admission.port.Settler;
import io.hyperpodgateway.admission.settlement.ClusterOwnership.Absent;
import io.hyperpodgateway.admission.settlement.ClusterOwnership.Anothers;
import io.hyperpodgateway.admission.settlement.ClusterOwnership.Deleting;
import io.hyperpodgateway.admission.settlement.ClusterOwnership.Ours;
import io.hyperpodgateway.admission.settlement.ClusterOwnership.Unseen;
import io.hyperpodgateway.admission.settlement.ClusterOwnership.Untagged;
import io.hyperpodgateway.admission.settlement.SettlementResult.Settled;
import io.hyperpodgateway.admission.settlement.SettlementResult.SettlementCause;
import io.hyperpodgateway.admission.settlement.SettlementResult.StillOpen;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.EventWriter;
import io.hyperpodgateway.audit.GatewayIdentity;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.WriteResult;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Settles open intents by what SageMaker reports, and never by guessing.
public final class IntentSettler implements Settler {

    private final AuditLog log;
    private final OpenIntentStore store;
    private final ClusterLookup lookup;
    private final SettlementRecorder recorder;
    private final CreatingRequestFinder requests;
    private final String region;
    private final Clock clock;

    /// @param gatewayIdentity the gateway; its Region is the only one that it can look up
    /// @param httpStatus the status code of an outcome, for the record
    public IntentSettler(
            AuditLog log,
            OpenIntentStore store,
            ClusterLookup lookup,
            GatewayIdentity gatewayIdentity,
            ToIntFunction<Outcome> httpStatus,
            Clock clock) {
        this.log = log;
        this.store = store;
        this.lookup = lookup;
        this.recorder = new SettlementRecorder(new EventWriter(gatewayIdentity, clock), httpStatus);
        this.requests = new CreatingRequestFinder(log);
        this.region = gatewayIdentity.region();
        this.clock = clock;
    }

    @Override
    public Optional<AuditEvent> settle(
            AuditEvent intent, RequestContext context, Deadline deadline) {
        return resolve(intent, context, deadline) instanceof Settled(var event)
                ? Optional.of(event)
                : Optional.empty();
    }

    /// Settles an intent if one lookup, with the result of an earlier one, shows its outcome. If
    /// several settle the same intent, the first one to record wins, and the others return its
    /// outcome.
    ///
    /// @param intent an intent that had no outcome when it was read
    /// @param context the context of the request that asks, under the intent's id; only clusters of
    ///   its account can be looked up
    public SettlementResult resolve(AuditEvent intent, RequestContext context, Deadline deadline) {
        Optional<StoredIntent> read = StoredIntent.of(intent);
        if (read.isEmpty()) {
            return new StillOpen(SettlementCause.BROKEN, "the intent is not what was recorded");
        }
        var look = new ClusterLook(read.get(), context, deadline, clock.instant());
        return tooYoung(look).or(() -> otherRegionOrAccount(look)).orElseGet(() -> resolve(look));
    }

    /// One lookup for an intent.
    ///
    /// @param at the time before SageMaker is called
    private record ClusterLook(
            StoredIntent intent, RequestContext context, Deadline deadline, Instant at) {

        String requestId() {
            return intent.event().requestId();
        }
    }

    private static Optional<SettlementResult> tooYoung(ClusterLook look) {
        return look.at().isBefore(look.intent().at().plus(SettlementTimings.ITS_OWN_TIME))
                ? Optional.of(
                        new StillOpen(
                                SettlementCause.YOUNG,
                                "the function that recorded it may still be working on it"))
                : Optional.empty();
    }

    private Optional<SettlementResult> otherRegionOrAccount(ClusterLook look) {
        AuditEvent intent = look.intent().event();
        boolean here =
                intent.text("region").equals(Optional.of(region))
                        && look.context().accountId().isPresent()
                        && intent.text("accountId").equals(look.context().accountId());
        return here
                ? Optional.empty()
                : Optional.of(
                        new StillOpen(
                                SettlementCause.ELSEWHERE,
                                "it belongs to another Region or account"));
    }

    private SettlementResult resolve(ClusterLook look) {
        try {
            return switch (lookUpOwnership(look)) {
                case Ours(var arn) ->
                        conclude(look, recorder.created(look.intent(), look.context(), arn));
                case Anothers(var cluster) ->
                        conclude(
                                look,
                                recorder.clusterExists(
                                        look.intent(), look.context(), existing(look, cluster)));
                case Absent absent -> whenAbsent(look, absent);
                case Deleting deleting -> new StillOpen(SettlementCause.DELETING, deleting.why());
                case Untagged untagged ->
                        new StillOpen(
                                SettlementCause.UNTAGGED,
                                untagged.why() + ": " + untagged.clusterArn());
                case Unseen(var why) -> new StillOpen(SettlementCause.UNSEEN, why);
            };
        } catch (LookupFailedException e) {
            SettlementCause cause =
                    e.problem() == Problem.THROTTLED
                            ? SettlementCause.THROTTLED
                            : SettlementCause.UNSEEN;
            return new StillOpen(cause, "the cluster could not be looked up: " + e.getMessage());
        } catch (AuditUnavailableException e) {
            return new StillOpen(SettlementCause.UNRECORDED, String.valueOf(e.getMessage()));
        }
    }

    private ClusterOwnership lookUpOwnership(ClusterLook look) {
        StoredIntent intent = look.intent();
        return ClusterOwnership.of(
                lookup.find(intent.clusterName(), Budgets.forClusterLookup(look.deadline())),
                intent.event());
    }

    /// The caller's own request that uses the name. It is omitted if the record cannot be read; the
    /// outcome does not depend on it.
    private Optional<ExistingRequest> existing(ClusterLook look, Cluster cluster) {
        try {
            return Budgets.forExisting(look.deadline())
                    .flatMap(budget -> requests.existing(cluster, look.intent().event(), budget));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    private SettlementResult whenAbsent(ClusterLook look, Absent absent) {
        if (look.at().isBefore(look.intent().at().plus(SettlementTimings.BEFORE_ABSENCE))) {
            return new StillOpen(SettlementCause.ABSENT, absent.why());
        }
        Optional<OpenIntentEntry> item =
                store.find(look.requestId(), Budgets.forLastWrite(look.deadline()));
        if (item.isEmpty() || !item.get().isOf(look.intent().event())) {
            return recordedOutcome(look)
                    .orElseGet(() ->
                            new StillOpen(
                                    SettlementCause.BROKEN,
                                    "the intent has no entry in the open-intent table"));
        }
        return item.get()
                .firstAbsentAt()
                .map(first -> whenAbsentSince(look, first))
                .orElseGet(() -> whenFirstAbsent(look, item.get()));
    }

    private SettlementResult whenAbsentSince(ClusterLook look, Instant first) {
        if (look.at().isBefore(first.plus(SettlementTimings.BETWEEN_LOOKS))) {
            return new StillOpen(
                    SettlementCause.ABSENT, "absent, a moment after it was absent first");
        }
        return conclude(look, recorder.notCreated(look.intent(), look.context(), first, look.at()));
    }

    /// Stores the time after the lookup, so that the next one is late enough.
    private SettlementResult whenFirstAbsent(ClusterLook look, OpenIntentEntry entry) {
        boolean kept =
                store.keepFirstAbsence(
                        entry, clock.instant(), Budgets.forLastWrite(look.deadline()));
        if (kept)
            return new StillOpen(
                    SettlementCause.ABSENT, "absent at the first look; a second one counts");
        return recordedOutcome(look)
                .orElseGet(() ->
                        new StillOpen(
                                SettlementCause.ABSENT,
                                "absent, as another process has just found"));
    }

    private SettlementResult conclude(ClusterLook look, AuditEvent resolved) {
        return switch (log.conclude(resolved, Budgets.forLastWrite(look.deadline()))) {
            case WriteResult.Recorded _ -> new Settled(resolved);
            case WriteResult.Taken(var winner) -> new Settled(winner);
        };
    }

    /// The outcome that another process recorded in the meantime.
    private Optional<SettlementResult> recordedOutcome(ClusterLook look) {
        int place = look.intent().event().sequence() + 1;
        return log.eventsOf(look.requestId(), Budgets.forReading(look.deadline())).stream()
                .filter(event -> event.sequence() == place)
                .findFirst()
                .map(Settled::new);
    }
}
