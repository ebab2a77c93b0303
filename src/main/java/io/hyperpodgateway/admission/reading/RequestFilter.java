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

/// Selects requests of a list.
///
/// @param clusterName requests for a cluster of that name
/// @param principal requests of that principal
/// @param outcome requests with that outcome
/// @param rule requests with a finding of that rule
/// @param from requests that began at that time or later
/// @param to requests that began before that time
public record RequestFilter(
        Optional<String> clusterName,
        Optional<String> principal,
        Optional<String> outcome,
        Optional<String> rule,
        Optional<Instant> from,
        Optional<Instant> to) {

    /// The clocks of two instances of the function may differ by this.
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    public RequestFilter {
        Objects.requireNonNull(clusterName);
        Objects.requireNonNull(principal);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /// The part of the index that contains the selected requests that the caller may read.
    ///
    /// @return empty if the caller may read none of them
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

    /// Whether the outcome of a request decides whether it is selected.
    boolean isOfOutcomes() {
        return outcome.isPresent() || rule.isPresent();
    }

    /// Whether a request may be selected, judging by its index entry, which lacks an intent's
    /// outcome.
    boolean mayMatch(Listing listing) {
        return listing.isIntent() || isOutcome(listing.members());
    }

    /// Whether a request is selected, judging by its last event.
    ///
    /// @param isAuditor whether the findings of `audit` rules count
    boolean matches(JsonObject last, boolean isAuditor) {
        return isOutcome(last)
                && rule.map(id -> RequestSummary.hasFinding(last, id, isAuditor)).orElse(true);
    }

    private boolean isOutcome(JsonObject event) {
        return outcome.map(event.text("outcome").orElse(RequestHistory.OPEN)::equals).orElse(true);
    }

    /// The range of list keys that contains the selected requests.
    KeyRange span(Instant now) {
        Instant latest = now.plus(CLOCK_TOLERANCE);
        Instant end = to.filter(latest::isAfter).orElse(latest);
        Instant start = from.orElse(Instant.EPOCH);
        return start.isBefore(end) ? KeyRange.of(start, end) : KeyRange.of(end, end);
    }
}
