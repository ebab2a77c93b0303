package io.hyperpodgateway.admission.reconciliation;

import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.admission.port.OpenItem;
import io.hyperpodgateway.admission.port.OpenItems;
import io.hyperpodgateway.admission.settlement.Resolution;
import io.hyperpodgateway.admission.settlement.Resolution.Cause;
import io.hyperpodgateway.admission.settlement.Resolution.Settled;
import io.hyperpodgateway.admission.settlement.Resolution.StillOpen;
import io.hyperpodgateway.admission.settlement.Resolver;
import io.hyperpodgateway.admission.settlement.Waits;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.Origin;
import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.identity.Unidentified;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Looks into one open item: whether the record bears it out, and then what came of its intent.
public final class Inspector {

    private final AuditLog log;
    private final OpenItems items;
    private final Resolver resolver;
    private final Clock clock;
    private final BiConsumer<Visit, RuntimeException> bugs;

    /// @param bugs is told of what no room foresaw
    public Inspector(
            AuditLog log,
            OpenItems items,
            Resolver resolver,
            Clock clock,
            BiConsumer<Visit, RuntimeException> bugs) {
        this.log = log;
        this.items = items;
        this.resolver = resolver;
        this.clock = clock;
        this.bugs = bugs;
    }

    /// Settles what can be settled. Nothing that goes wrong with one item is thrown: it stays open.
    ///
    /// @param origin where the look comes from; its account is the one that can be looked at
    Resolution inspect(OpenItem item, Origin origin, Deadline deadline) {
        Instant now = clock.instant();
        if (now.isBefore(item.at().plus(Waits.ITS_OWN_TIME))) {
            return new StillOpen(Cause.YOUNG, "whoever wrote it may still be at it");
        }
        var nobody = new Unidentified("nobody asks: the intent was left open");
        var visit = new Visit(item.requestId(), nobody, origin, now);
        try {
            return inspect(item, visit, deadline);
        } catch (AuditUnavailableException e) {
            return new StillOpen(Cause.UNRECORDED, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            bugs.accept(visit, e);
            return new StillOpen(Cause.FAILED, "the gateway failed");
        }
    }

    private Resolution inspect(OpenItem item, Visit visit, Deadline deadline) {
        List<AuditEvent> attempt = log.lastAttempt(item.requestId(), Budgets.forReading(deadline));
        boolean open = attempt.size() == 1 && item.isOf(attempt.getFirst());
        return open
                ? resolver.resolve(attempt.getFirst(), visit, deadline)
                : contradicted(item, attempt, deadline);
    }

    /// The record says otherwise than the item that was listed: somebody settled it meanwhile, or
    /// the two, which change together alone, do not fit.
    private Resolution contradicted(OpenItem item, List<AuditEvent> attempt, Deadline deadline) {
        Optional<OpenItem> now =
                items.find(item.requestId(), Budgets.forLastWrite(deadline))
                        .filter(there -> there.intentSha256().equals(item.intentSha256()));
        if (now.isPresent()) return new StillOpen(Cause.BROKEN, contradiction(item, attempt));
        return attempt.size() > 1 && item.isOf(attempt.getFirst())
                ? new Settled(attempt.getLast())
                : new StillOpen(Cause.YOUNG, "another attempt has begun");
    }

    private static String contradiction(OpenItem item, List<AuditEvent> attempt) {
        if (attempt.isEmpty()) return "the record does not hold the intent";
        return item.isOf(attempt.getFirst())
                ? "the record holds an outcome, and the open item is left over"
                : "the record holds another intent than the open item";
    }
}
