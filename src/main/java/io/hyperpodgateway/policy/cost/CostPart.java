package io.hyperpodgateway.policy.cost;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.text.Excerpt;

import java.math.BigDecimal;
import java.util.Objects;

/// What one group adds to the cost of an hour.
///
/// @param group the group's name, or its place if it has none
/// @param instanceType the dearest that it may come to have
/// @param count how many instances it asks for
/// @param price USD per instance-hour
record CostPart(String group, String instanceType, long count, BigDecimal price) {

    private static final int MAX_GROUP = 20;
    private static final int MAX_TYPE = 30;

    CostPart {
        Objects.requireNonNull(group);
        Objects.requireNonNull(instanceType);
        Objects.requireNonNull(price);
    }

    /// USD an hour, exact.
    BigDecimal sum() {
        return price.multiply(BigDecimal.valueOf(count));
    }

    /// The part in words: `workers 12 x ml.p5.48xlarge at 55.04 = 660.48`.
    String words() {
        return "%s %d x %s at %s = %s"
                .formatted(
                        Excerpt.of(group, MAX_GROUP),
                        count,
                        Excerpt.of(instanceType, MAX_TYPE),
                        price.toPlainString(),
                        Usd.text(sum()));
    }

    JsonObject toJson() {
        return JsonObject.of("group", Json.of(group))
                .with("instanceType", Json.of(instanceType))
                .with("count", Json.of(count))
                .with("price", Json.of(price.toPlainString()))
                .with("sum", Json.of(Usd.text(sum())));
    }
}
