package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.text.Excerpt;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/// What is known of one group's cost.
///
/// @param part its cost by the dearest type that has a price; none if no type has one, or if its
///   count cannot be read
/// @param unpriced the types without a price, by their places
record GroupCost(
        InstanceGroup group, Optional<Part> part, SequencedMap<JsonPointer, String> unpriced) {

    GroupCost {
        Objects.requireNonNull(group);
        Objects.requireNonNull(part);
        Objects.requireNonNull(unpriced);
    }

    static GroupCost of(InstanceGroup group, Prices prices) {
        var unpriced = new LinkedHashMap<JsonPointer, String>();
        Optional<String> dearest = Optional.empty();
        BigDecimal highest = BigDecimal.ZERO;
        for (var type : group.instanceTypes().entrySet()) {
            Optional<BigDecimal> price = prices.of(type.getValue());
            if (price.isEmpty()) {
                unpriced.put(type.getKey(), type.getValue());
            } else if (price.get().compareTo(highest) > 0) {
                highest = price.get();
                dearest = Optional.of(type.getValue());
            }
        }
        return new GroupCost(group, part(group, dearest, highest), unpriced);
    }

    private static Optional<Part> part(
            InstanceGroup group, Optional<String> type, BigDecimal price) {
        return type.flatMap(dearest ->
                group.instanceCount().map(count -> new Part(group.title(), dearest, count, price)));
    }

    /// Whether the part is all that the group may cost: its count is known, and every type that it
    /// may come to have has a price.
    boolean isWhole() {
        return part.isPresent() && unpriced.isEmpty();
    }

    /// USD an hour, as far as that is known.
    BigDecimal sum() {
        return part.map(Part::sum).orElse(BigDecimal.ZERO);
    }

    /// What one group adds to the cost of an hour.
    ///
    /// @param group the group's name, or its place if it has none
    /// @param instanceType the dearest that it may come to have
    /// @param count how many instances it asks for
    /// @param price USD per instance-hour
    record Part(String group, String instanceType, long count, BigDecimal price) {

        private static final int MAX_GROUP = 20;
        private static final int MAX_TYPE = 30;

        Part {
            Objects.requireNonNull(group);
            Objects.requireNonNull(instanceType);
            Objects.requireNonNull(price);
        }

        /// USD an hour, exact.
        BigDecimal sum() {
            return price.multiply(BigDecimal.valueOf(count));
        }

        /// The part in words: `workers 12 x ml.p5.48xlarge at 55.04 = 660.48`.
        String description() {
            return "%s %d x %s at %s = %s"
                    .formatted(
                            Excerpt.of(group, MAX_GROUP),
                            count,
                            Excerpt.of(instanceType, MAX_TYPE),
                            price.toPlainString(),
                            Prices.usd(sum()));
        }

        JsonObject toJson() {
            return JsonObject.of("group", Json.of(group))
                    .with("instanceType", Json.of(instanceType))
                    .with("count", Json.of(count))
                    .with("price", Json.of(price.toPlainString()))
                    .with("sum", Json.of(Prices.usd(sum())));
        }
    }
}
