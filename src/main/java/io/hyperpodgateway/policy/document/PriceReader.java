package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.Prices;
import io.hyperpodgateway.policy.document.Members.Member;

import org.snakeyaml.engine.v2.nodes.Node;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads `prices: {ml.p5.48xlarge: 55.04}`.
final class PriceReader {

    /// As much as an hour of one instance may cost, in USD: more is a slip of the pen.
    private static final BigDecimal MOST = new BigDecimal("1000000");

    private final NodeReader nodes;
    private final Collection<String> knownTypes;

    /// @param nodes reads the values, and notes the mistakes
    /// @param knownTypes the instance types that there are: another is worth a warning
    PriceReader(NodeReader nodes, Collection<String> knownTypes) {
        this.nodes = nodes;
        this.knownTypes = knownTypes;
    }

    /// The prices, as far as they can be read.
    ///
    /// @param node the document's member `prices`
    Prices read(Optional<Node> node) {
        var prices = new LinkedHashMap<String, BigDecimal>();
        node.flatMap(all -> nodes.object(all, "prices"))
                .orElse(Members.NONE)
                .all()
                .forEach(price -> readPrice(price, prices));
        return new Prices(prices);
    }

    private void readPrice(Member price, SequencedMap<String, BigDecimal> prices) {
        String type = price.name();
        readType(price.key(), type);
        nodes.money(price.value(), "the price of " + type)
                .filter(amount -> isUsual(amount, price))
                .ifPresent(amount -> prices.put(type, amount));
    }

    private void readType(Node name, String type) {
        if (type.isBlank() || type.contains("*") || type.contains("?"))
            nodes.mistake(name, "price-type", "a price is for one instance type, by its name");
        else if (!knownTypes.contains(type))
            nodes.warn(
                    name,
                    "unknown-instance-type",
                    "%s is no instance type that is known here%s"
                            .formatted(type, nodes.mistakes().hint(type, knownTypes)));
    }

    private boolean isUsual(BigDecimal amount, Member price) {
        if (amount.compareTo(MOST) <= 0) return true;
        nodes.mistake(
                price.value(),
                "range",
                "the price of %s is %s, at most %s USD an hour is allowed"
                        .formatted(price.name(), amount.toPlainString(), MOST));
        return false;
    }
}
