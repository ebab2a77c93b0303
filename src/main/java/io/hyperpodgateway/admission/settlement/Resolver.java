package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.ClusterLookup.Cluster;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.port.OpenIntents;
import io.hyperpodgateway.admission.port.OpenItem;
import io.hyperpodgateway.admission.port.OpenItems;
import io.hyperpodgateway.admission.settlement.Resolution.Cause;
import io.hyperpodgateway.admission.settlement.Resolution.Settled;
import io.hyperpodgateway.admission.settlement.Resolution.StillOpen;
import io.hyperpodgateway.admission.settlement.Settlement.Absent;
import io.hyperpodgateway.admission.settlement.Settlement.Anothers;
import io.hyperpodgateway.admission.settlement.Settlement.Deleting;
import io.hyperpodgateway.admission.settlement.Settlement.Ours;
import io.hyperpodgateway.admission.settlement.Settlement.Unseen;
import io.hyperpodgateway.admission.settlement.Settlement.Untagged;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.EventWriter;
import io.hyperpodgateway.audit.Gateway;
import io.hyperpodgateway.audit.Recording;
import io.hyperpodgateway.audit.Visit;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Settles open intents by what SageMaker shows, and never by guessing.
public final class Resolver implements OpenIntents {

    private final AuditLog log;
    private final OpenItems items;
    private final ClusterLookup lookup;
    private final Resolutions resolutions;
    private final ClusterMakers makers;
    private final String region;
    private final Clock clock;

    /// @param gateway which gateway looks; it tells nothing of other Regions
    /// @param httpStatus the status code with which an outcome is answered, for the record
    /// @param clock tells how old an intent is
    public Resolver(
            AuditLog log,
            OpenItems items,
            ClusterLookup lookup,
            Gateway gateway,
            ToIntFunction<Outcome> httpStatus,
            Clock clock) {
        this.log = log;
        this.items = items;
        this.lookup = lookup;
        this.resolutions = new Resolutions(new EventWriter(gateway, clock), httpStatus);
        this.makers = new ClusterMakers(log);
        this.region = gateway.region();
        this.clock = clock;
    }

    @Override
    public Optional<AuditEvent> settle(AuditEvent intent, Visit visit, Deadline deadline) {
        return resolve(intent, visit, deadline) instanceof Settled(var event)
                ? Optional.of(event)
                : Optional.empty();
    }

    /// Settles an intent, if one look now, with what an earlier one left, tells what came of it. Of
    /// several that settle one intent the first is right: the others answer what it recorded.
    ///
    /// @param intent an intent that had no outcome when it was read
    /// @param visit the circumstances of who wants to know, under the intent's id; its account is
    ///   the one that can be looked at
    public Resolution resolve(AuditEvent intent, Visit visit, Deadline deadline) {
        Optional<OpenIntent> read = OpenIntent.of(intent);
        if (read.isEmpty()) {
            return new StillOpen(Cause.BROKEN, "the intent is not what was recorded");
        }
        var look = new Look(read.get(), visit, deadline, clock.instant());
        return tooYoung(look).or(() -> elsewhere(look)).orElseGet(() -> resolve(look));
    }

    /// One look at an intent.
    ///
    /// @param at the time before SageMaker is asked
    private record Look(OpenIntent intent, Visit visit, Deadline deadline, Instant at) {

        String requestId() {
            return intent.event().requestId();
        }
    }

    private static Optional<Resolution> tooYoung(Look look) {
        return look.at().isBefore(look.intent().at().plus(Waits.ITS_OWN_TIME))
                ? Optional.of(new StillOpen(Cause.YOUNG, "whoever wrote it may still be at it"))
                : Optional.empty();
    }

    private Optional<Resolution> elsewhere(Look look) {
        AuditEvent intent = look.intent().event();
        boolean here =
                intent.text("region").equals(Optional.of(region))
                        && look.visit().accountId().isPresent()
                        && intent.text("accountId").equals(look.visit().accountId());
        return here
                ? Optional.empty()
                : Optional.of(
                        new StillOpen(
                                Cause.ELSEWHERE, "it was meant for another Region or account"));
    }

    private Resolution resolve(Look look) {
        try {
            return switch (sight(look)) {
                case Ours(var arn) ->
                        conclude(look, resolutions.created(look.intent(), look.visit(), arn));
                case Anothers(var cluster) ->
                        conclude(
                                look,
                                resolutions.clusterExists(
                                        look.intent(), look.visit(), existing(look, cluster)));
                case Absent absent -> absent(look, absent);
                case Deleting deleting -> new StillOpen(Cause.DELETING, deleting.why());
                case Untagged untagged ->
                        new StillOpen(
                                Cause.UNTAGGED, untagged.why() + ": " + untagged.clusterArn());
                case Unseen(var why) -> new StillOpen(Cause.UNSEEN, why);
            };
        } catch (LookupFailedException e) {
            Cause cause = e.problem() == Problem.THROTTLED ? Cause.THROTTLED : Cause.UNSEEN;
            return new StillOpen(cause, "the cluster could not be looked at: " + e.getMessage());
        } catch (AuditUnavailableException e) {
            return new StillOpen(Cause.UNRECORDED, String.valueOf(e.getMessage()));
        }
    }

    private Settlement sight(Look look) {
        OpenIntent intent = look.intent();
        return Settlement.of(
                lookup.find(intent.clusterName(), Budgets.forLook(look.deadline())),
                intent.event());
    }

    /// The caller's own request that has the name. It is left out where the record does not show
    /// it: what came of the intent is known all the same.
    private Optional<ExistingRequest> existing(Look look, Cluster cluster) {
        try {
            return Budgets.forExisting(look.deadline())
                    .flatMap(budget -> makers.existing(cluster, look.intent().event(), budget));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    private Resolution absent(Look look, Absent absent) {
        if (look.at().isBefore(look.intent().at().plus(Waits.BEFORE_ABSENCE))) {
            return new StillOpen(Cause.ABSENT, absent.why());
        }
        Optional<OpenItem> item =
                items.find(look.requestId(), Budgets.forLastWrite(look.deadline()));
        if (item.isEmpty() || !item.get().isOf(look.intent().event())) {
            return standing(look)
                    .orElseGet(() ->
                            new StillOpen(Cause.BROKEN, "the record lacks the intent's open item"));
        }
        return item.get()
                .firstAbsentAt()
                .map(first -> absentSince(look, first))
                .orElseGet(() -> absentForTheFirstTime(look, item.get()));
    }

    private Resolution absentSince(Look look, Instant first) {
        if (look.at().isBefore(first.plus(Waits.BETWEEN_LOOKS))) {
            return new StillOpen(Cause.ABSENT, "absent, a moment after it was absent first");
        }
        return conclude(
                look, resolutions.notCreated(look.intent(), look.visit(), first, look.at()));
    }

    /// The time that is kept is that after the look, so that the next comes late enough.
    private Resolution absentForTheFirstTime(Look look, OpenItem item) {
        boolean kept =
                items.keepFirstAbsence(
                        item, clock.instant(), Budgets.forLastWrite(look.deadline()));
        if (kept)
            return new StillOpen(Cause.ABSENT, "absent at the first look; a second one counts");
        return standing(look)
                .orElseGet(() ->
                        new StillOpen(Cause.ABSENT, "absent, as somebody else has just seen"));
    }

    private Resolution conclude(Look look, AuditEvent resolved) {
        return switch (log.conclude(resolved, Budgets.forLastWrite(look.deadline()))) {
            case Recording.Recorded _ -> new Settled(resolved);
            case Recording.Taken(var winner) -> new Settled(winner);
        };
    }

    /// What somebody else made of the intent while this one looked.
    private Optional<Resolution> standing(Look look) {
        int place = look.intent().event().sequence() + 1;
        return log.eventsOf(look.requestId(), Budgets.forReading(look.deadline())).stream()
                .filter(event -> event.sequence() == place)
                .findFirst()
                .map(Settled::new);
    }
}
