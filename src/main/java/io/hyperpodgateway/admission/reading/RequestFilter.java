package io.hyperpodgateway.admission.reading;

import io.hyperpodgateway.audit.RequestHistory;
import io.hyperpodgateway.audit.RequestSummary;
import io.hyperpodgateway.audit.list.KeyRange;
import io.hyperpodgateway.audit.list.Listing;
import io.hyperpodgateway.audit.list.Scope;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Which requests a list is to hold.
///
/// @param clusterName those for a cluster of that name
/// @param principal that principal's
/// @param outcome those that came to that
/// @param rule those with a finding of that rule
/// @param from those that began at that time or later
/// @param to those that began before
public record RequestFilter(
        Optional<String> clusterName,
        Optional<String> principal,
        Optional<String> outcome,
        Optional<String> rule,
        Optional<Instant> from,
        Optional<Instant> to) {

    /// The clocks of two of the function's instances may differ by this.
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    public RequestFilter {
        Objects.requireNonNull(clusterName);
        Objects.requireNonNull(principal);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /// Where those of the requests stand that the caller may read.
    ///
    /// @return empty if it may read none of them: another's
    Optional<Scope> scope(Caller caller, boolean isAuditor) {
        if (isAuditor) return Optional.of(scopeOfAll());
        String own = caller.principal();
        return principal.filter(name -> !name.equals(own)).isPresent()
                ? Optional.empty()
                : Optional.of(new Scope.OfPrincipal(own, clusterName));
    }

    private Scope scopeOfAll() {
        return clusterName
                .<Scope>map(name -> new Scope.OfCluster(name, principal))
                .or(() -> principal.map(name -> new Scope.OfPrincipal(name, Optional.empty())))
                .orElseGet(Scope.Everything::new);
    }

    /// Whether what came of a request decides if it belongs to the list.
    boolean isOfOutcomes() {
        return outcome.isPresent() || rule.isPresent();
    }

    /// Whether a request may belong to the list, by its entry in the index: an intent's outcome is
    /// not there.
    boolean mayMatch(Listing listing) {
        return listing.isIntent() || isOutcome(listing.members());
    }

    /// Whether a request belongs to the list, by its last event.
    ///
    /// @param isAuditor whether the findings of `audit` rules count
    boolean matches(JsonObject last, boolean isAuditor) {
        return isOutcome(last)
                && rule.map(id -> RequestSummary.hasFinding(last, id, isAuditor)).orElse(true);
    }

    private boolean isOutcome(JsonObject event) {
        return outcome.map(event.text("outcome").orElse(RequestHistory.OPEN)::equals).orElse(true);
    }

    /// The stretch of the list that they are in.
    KeyRange span(Instant now) {
        Instant latest = now.plus(CLOCK_TOLERANCE);
        Instant end = to.filter(latest::isAfter).orElse(latest);
        Instant start = from.orElse(Instant.EPOCH);
        return start.isBefore(end) ? KeyRange.of(start, end) : KeyRange.of(end, end);
    }
}
