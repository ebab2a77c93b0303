package io.hyperpodgateway.admission.reconciliation;

import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.settlement.SettlementResult;
import io.hyperpodgateway.admission.settlement.SettlementResult.Cause;
import io.hyperpodgateway.admission.settlement.SettlementResult.Settled;
import io.hyperpodgateway.admission.settlement.SettlementResult.StillOpen;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one run over the open intents came to.
///
/// @param looks what was looked into, oldest first
/// @param left what there was no time for, oldest first
/// @param unreadable the keys of open items that cannot be read
public record Reconciliation(
        List<Look> looks, List<OpenIntentEntry> left, List<String> unreadable) {

    public Reconciliation {
        looks = looks.stream().sorted(Comparator.comparing(look -> look.entry().at())).toList();
        left = left.stream().sorted(Comparator.comparing(OpenIntentEntry::at)).toList();
        unreadable = List.copyOf(unreadable);
    }

    /// What was found about one item.
    public record Look(OpenIntentEntry entry, SettlementResult settlementResult) {

        /// Whether that is what keeps it open.
        public boolean isOpenFor(Cause cause) {
            return settlementResult instanceof StillOpen(var its, _) && its == cause;
        }
    }

    /// How many intents have no outcome after this run.
    public int open() {
        return (int) stillOpen().count() + unreadable.size();
    }

    /// The age of the oldest intent without outcome; zero if there is none.
    public Duration oldest(Instant now) {
        return stillOpen()
                .map(entry -> Duration.between(entry.at(), now))
                .filter(Duration::isPositive)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /// How many intents were found to have come to what, by outcome.
    public Map<String, Long> settled() {
        return looks.stream()
                .flatMap(look ->
                        look.settlementResult() instanceof Settled(var event)
                                ? event.text("outcome").stream()
                                : Stream.empty())
                .collect(
                        Collectors.groupingBy(
                                Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /// How many intents stay open for what.
    public Map<Cause, Long> kept() {
        return looks.stream()
                .flatMap(look ->
                        look.settlementResult() instanceof StillOpen(var cause, _)
                                ? Stream.of(cause)
                                : Stream.empty())
                .collect(
                        Collectors.groupingBy(
                                Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private Stream<OpenIntentEntry> stillOpen() {
        Stream<OpenIntentEntry> lookedAt =
                looks.stream()
                        .filter(look -> look.settlementResult() instanceof StillOpen)
                        .map(Look::entry);
        return Stream.concat(lookedAt, left.stream());
    }
}
