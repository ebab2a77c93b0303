package io.hyperpodgateway.policy;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.instances.MaxInstances;
import io.hyperpodgateway.policy.cost.MaxHourlyCost;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How much a caller may have, by all `deny` rules that bind them: the lowest number of each sort
/// holds.
final class Limits {

    private Limits() {}

    /// The limits by these rules: instances as `maxInstances` writes them, and `maxHourlyCost`
    /// (USD, a decimal string).
    static JsonObject by(List<Rule> binding) {
        var limits = JsonObject.EMPTY;
        for (Rule rule : binding) {
            if (rule.denies() && rule.check() instanceof MaxInstances more) {
                limits = lower(limits, more.limits());
            }
        }
        return limits.with(MaxHourlyCost.NAME, cost(binding));
    }

    private static Optional<Json> cost(List<Rule> binding) {
        return binding.stream()
                .filter(Rule::denies)
                .map(Rule::check)
                .filter(MaxHourlyCost.class::isInstance)
                .map(MaxHourlyCost.class::cast)
                .min(Comparator.comparing(MaxHourlyCost::most))
                .map(lowest -> Json.of(lowest.limit()));
    }

    private static JsonObject lower(JsonObject some, JsonObject more) {
        var lowest = some;
        for (var limit : more.members().entrySet()) {
            lowest = lowest.with(limit.getKey(), lower(some.get(limit.getKey()), limit.getValue()));
        }
        return lowest;
    }

    private static Json lower(Optional<Json> one, Json other) {
        if (one.isEmpty()) return other;
        if (one.get() instanceof JsonObject some && other instanceof JsonObject more)
            return lower(some, more);
        return number(one.get()) < number(other) ? one.get() : other;
    }

    private static long number(Json limit) {
        return JsonObject.of("limit", limit).integer("limit").orElse(Long.MAX_VALUE);
    }
}
