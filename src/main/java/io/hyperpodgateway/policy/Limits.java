package io.hyperpodgateway.policy;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.AllowLists;
import io.hyperpodgateway.policy.check.Check;

import java.math.BigDecimal;
import java.util.List;

/// How much a caller may have, by all `deny` rules that bind them: the lowest limit of each name
/// holds.
final class Limits {

    private Limits() {}

    /// The limits of these checks by name, and whether instances are `open` at all: where they are
    /// not, the limit of the cluster is 0.
    static JsonObject of(List<Check> denying, AllowLists allowed) {
        var open = JsonObject.of("open", Json.of(allowed.limitsInstances()));
        JsonObject limits = allowed.limitsInstances() ? open : open.with("perCluster", Json.of(0));
        for (Check check : denying) limits = lower(limits, check.limits());
        return limits;
    }

    private static JsonObject lower(JsonObject some, JsonObject more) {
        var lowest = some;
        for (var limit : more.members().entrySet()) {
            Json other = limit.getValue();
            Json one = some.get(limit.getKey()).orElse(other);
            lowest = lowest.with(limit.getKey(), lower(one, other));
        }
        return lowest;
    }

    private static Json lower(Json one, Json other) {
        if (one instanceof JsonObject some && other instanceof JsonObject more)
            return lower(some, more);
        return amount(other).compareTo(amount(one)) < 0 ? other : one;
    }

    private static BigDecimal amount(Json limit) {
        return new BigDecimal(
                limit instanceof JsonNumber(var digits) ? digits : limit.text().orElseThrow());
    }
}
