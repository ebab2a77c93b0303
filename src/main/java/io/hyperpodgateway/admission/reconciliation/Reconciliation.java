package io.hyperpodgateway.admission.reconciliation;

import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.settlement.SettlementResult;
import io.hyperpodgateway.admission.settlement.SettlementResult.Settled;
import io.hyperpodgateway.admission.settlement.SettlementResult.SettlementCause;
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

/// The result of one run.
///
/// @param looks the processed intents, oldest first
/// @param left the intents for which there was no time, oldest first
/// @param unreadable the keys of entries that cannot be read
public record Reconciliation(
        List<Look> looks, List<OpenIntentEntry> left, List<String> unreadable) {

    public Reconciliation {
        looks = looks.stream().sorted(Comparator.comparing(look -> look.entry().at())).toList();
        left = left.stream().sorted(Comparator.comparing(OpenIntentEntry::at)).toList();
        unreadable = List.copyOf(unreadable);
    }

    /// The result for one intent.
    public record Look(OpenIntentEntry entry, SettlementResult settlementResult) {

        /// Whether the intent stays open for that cause.
        public boolean isOpenFor(SettlementCause cause) {
            return settlementResult instanceof StillOpen(var its, _) && its == cause;
        }
    }

    /// The number of intents without outcome after this run.
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

    /// The number of settled intents by outcome.
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

    /// The number of open intents by cause.
    public Map<SettlementCause, Long> kept() {
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
