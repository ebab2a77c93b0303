package io.hyperpodgateway.policy.check;

import java.math.BigDecimal;
import java.util.LinkedHashMap;

/// Prices and groups as the tests of this room write them.
final class Priced {

    private Priced() {}

    /// Prices from pairs of type and price.
    static Prices prices(String... pairs) {
        var prices = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < pairs.length; i += 2) {
            prices.put(pairs[i], new BigDecimal(pairs[i + 1]));
        }
        return new Prices(prices);
    }

    static String group(String name, String type, long count) {
        return "{'InstanceGroupName': '%s', 'InstanceType': '%s', 'InstanceCount': %d}"
                .formatted(name, type, count);
    }

    /// A group that lists several types, separated by commas.
    static String flexible(String name, String types, long count) {
        return "{'InstanceGroupName': '%s', 'InstanceRequirements': {'InstanceTypes': ['%s']}, 'InstanceCount': %d}"
                .formatted(name, types.replace(",", "','"), count);
    }
}
