package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// What an hour of an instance costs, by the operator's own figures.
///
/// @param byType USD per instance-hour, over 0, by instance type
public record Prices(SequencedMap<String, BigDecimal> byType) {

    private static final int CENTS = 2;

    /// No prices at all.
    public static final Prices NONE = new Prices(new LinkedHashMap<>());

    public Prices {
        byType = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byType));
    }

    /// An amount of USD to its last digit, with at least two decimals and without an exponent:
    /// `660.48`, `120.00`, `0.0125`.
    static String usd(BigDecimal amount) {
        BigDecimal exact = amount.stripTrailingZeros();
        return exact.setScale(Math.max(CENTS, exact.scale())).toPlainString();
    }

    /// The price of that type, if it has one.
    public Optional<BigDecimal> of(String instanceType) {
        return Optional.ofNullable(byType.get(instanceType));
    }

    /// Whether no type has a price.
    public boolean isEmpty() {
        return byType.isEmpty();
    }

    /// Decimal strings by type, each as its author wrote it.
    public JsonObject toJson() {
        var members = new LinkedHashMap<String, Json>();
        byType.forEach((type, price) -> members.put(type, Json.of(price.toPlainString())));
        return new JsonObject(members);
    }
}
