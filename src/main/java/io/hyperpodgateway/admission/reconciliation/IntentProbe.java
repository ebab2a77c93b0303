package io.hyperpodgateway.admission.reconciliation;

import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.port.OpenIntentStore;
import io.hyperpodgateway.admission.settlement.IntentSettler;
import io.hyperpodgateway.admission.settlement.SettlementResult;
import io.hyperpodgateway.admission.settlement.SettlementResult.Settled;
import io.hyperpodgateway.admission.settlement.SettlementResult.SettlementCause;
import io.hyperpodgateway.admission.settlement.SettlementResult.StillOpen;
import io.hyperpodgateway.admission.settlement.SettlementTimings;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.RequestSource;
import io.hyperpodgateway.identity.Unidentified;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Processes one open intent: compares its entry with the record, then finds its outcome.
public final class IntentProbe {

    private final AuditLog log;
    private final OpenIntentStore store;
    private final IntentSettler settler;
    private final Clock clock;
    private final BiConsumer<RequestContext, RuntimeException> bugs;

    /// @param bugs is notified of unexpected exceptions
    public IntentProbe(
            AuditLog log,
            OpenIntentStore store,
            IntentSettler settler,
            Clock clock,
            BiConsumer<RequestContext, RuntimeException> bugs) {
        this.log = log;
        this.store = store;
        this.settler = settler;
        this.clock = clock;
        this.bugs = bugs;
    }

    /// Settles the intent if possible. Failures are never thrown: the intent stays open.
    ///
    /// @param source the source of the lookup; only clusters of its account can be looked up
    SettlementResult probe(OpenIntentEntry entry, RequestSource source, Deadline deadline) {
        Instant now = clock.instant();
        if (now.isBefore(entry.at().plus(SettlementTimings.ITS_OWN_TIME))) {
            return new StillOpen(
                    SettlementCause.YOUNG,
                    "the function that recorded it may still be working on it");
        }
        var nobody = new Unidentified("no caller: the intent was left open");
        var context = new RequestContext(entry.requestId(), nobody, source, now);
        try {
            return probe(entry, context, deadline);
        } catch (AuditUnavailableException e) {
            return new StillOpen(SettlementCause.UNRECORDED, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            bugs.accept(context, e);
            return new StillOpen(SettlementCause.FAILED, "the gateway failed");
        }
    }

    private SettlementResult probe(
            OpenIntentEntry entry, RequestContext context, Deadline deadline) {
        List<AuditEvent> attempt = log.lastAttempt(entry.requestId(), Budgets.forReading(deadline));
        boolean open = attempt.size() == 1 && entry.isOf(attempt.getFirst());
        return open
                ? settler.resolve(attempt.getFirst(), context, deadline)
                : contradicted(entry, attempt, deadline);
    }

    /// The record contradicts the entry: the intent was settled meanwhile, or the two, which only
    /// change together, are inconsistent.
    private SettlementResult contradicted(
            OpenIntentEntry entry, List<AuditEvent> attempt, Deadline deadline) {
        Optional<OpenIntentEntry> now =
                store.find(entry.requestId(), Budgets.forLastWrite(deadline))
                        .filter(there -> there.intentSha256().equals(entry.intentSha256()));
        if (now.isPresent())
            return new StillOpen(SettlementCause.BROKEN, contradiction(entry, attempt));
        return attempt.size() > 1 && entry.isOf(attempt.getFirst())
                ? new Settled(attempt.getLast())
                : new StillOpen(SettlementCause.YOUNG, "another attempt has begun");
    }

    private static String contradiction(OpenIntentEntry entry, List<AuditEvent> attempt) {
        if (attempt.isEmpty()) return "the record does not hold the intent";
        return entry.isOf(attempt.getFirst())
                ? "the record holds an outcome, and the open item is left over"
                : "the record holds another intent than the open item";
    }
}
