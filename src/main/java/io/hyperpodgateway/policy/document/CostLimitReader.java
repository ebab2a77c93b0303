package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.cost.MaxHourlyCost;
import io.hyperpodgateway.policy.cost.Prices;

import java.util.Objects;
import java.util.Optional;

/// Reads `maxHourlyCost: 120.00`.
public final class CostLimitReader {

    private final NodeReader nodes;
    private final Prices prices;

    /// @param nodes reads the values, and notes the mistakes
    /// @param prices those of the same document
    public CostLimitReader(NodeReader nodes, Prices prices) {
        this.nodes = Objects.requireNonNull(nodes);
        this.prices = Objects.requireNonNull(prices);
    }

    /// The check, if the limit is an amount of money.
    public Optional<MaxHourlyCost> read(YamlNode demand, boolean autoScaling) {
        // prices may be what cannot be read
        if (prices.isEmpty() && !nodes.hasMistakes())
            nodes.warn(
                    demand,
                    "no-prices",
                    "the document has no prices, so maxHourlyCost is met by no instance type");
        return nodes.money(demand, MaxHourlyCost.NAME)
                .map(most -> new MaxHourlyCost(most, prices, autoScaling));
    }
}
