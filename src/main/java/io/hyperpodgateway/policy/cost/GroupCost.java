package io.hyperpodgateway.policy.cost;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.AskedGroup;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/// What is known of one group's cost.
///
/// @param asked the group
/// @param part its cost by the dearest type that has a price; none if no type has one, or if its
///   count is not told
/// @param unpriced the types without a price, by their places
record GroupCost(
        AskedGroup asked, Optional<CostPart> part, SequencedMap<JsonPointer, String> unpriced) {

    GroupCost {
        Objects.requireNonNull(asked);
        Objects.requireNonNull(part);
        Objects.requireNonNull(unpriced);
    }

    static GroupCost of(AskedGroup asked, Prices prices) {
        var unpriced = new LinkedHashMap<JsonPointer, String>();
        Optional<String> dearest = Optional.empty();
        BigDecimal highest = BigDecimal.ZERO;
        for (var type : asked.types().entrySet()) {
            Optional<BigDecimal> price = prices.of(type.getValue());
            if (price.isEmpty()) {
                unpriced.put(type.getKey(), type.getValue());
            } else if (price.get().compareTo(highest) > 0) {
                highest = price.get();
                dearest = Optional.of(type.getValue());
            }
        }
        return new GroupCost(asked, part(asked, dearest, highest), unpriced);
    }

    /// Whether the part is all that the group may cost: its count is told, and every type that it
    /// may come to have has a price.
    boolean isWhole() {
        return part.isPresent() && unpriced.isEmpty();
    }

    private static Optional<CostPart> part(
            AskedGroup asked, Optional<String> type, BigDecimal price) {
        if (type.isEmpty() || asked.count().isEmpty()) return Optional.empty();
        String title = asked.group().name().orElseGet(() -> asked.group().pointer().toString());
        return Optional.of(new CostPart(title, type.get(), asked.count().get(), price));
    }
}
