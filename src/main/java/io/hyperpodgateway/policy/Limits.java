package io.hyperpodgateway.policy;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.instances.MaxInstances;
import io.hyperpodgateway.policy.check.storage.MaxFileSystemSize;
import io.hyperpodgateway.policy.check.storage.MaxVolumeSize;
import io.hyperpodgateway.policy.cost.MaxHourlyCost;
import io.hyperpodgateway.policy.document.PolicyRule;
import io.hyperpodgateway.policy.opening.OpenInstanceCounts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How much a caller may have, by all `deny` rules that bind them: the lowest number of each sort
/// holds.
final class Limits {

    private Limits() {}

    /// The limits by these rules: whether instances are `open` at all, their numbers as
    /// `maxInstances` writes them, `maxHourlyCost` (USD, a decimal string), `maxVolumeSizeInGB` and
    /// `maxFileSystemSizeInGiB`.
    static JsonObject by(List<PolicyRule> binding, OpenInstanceCounts counts) {
        var limits = JsonObject.EMPTY;
        for (MaxInstances more : denying(binding, MaxInstances.class).toList()) {
            limits = lower(limits, more.limits());
        }
        if (!counts.isOpen()) limits = limits.with("perCluster", Json.of(0));
        return JsonObject.of("open", Json.of(counts.isOpen()))
                .withAll(limits)
                .with(MaxHourlyCost.NAME, cost(binding))
                .with(MaxVolumeSize.NAME, volumeSize(binding))
                .with(MaxFileSystemSize.NAME, fileSystemSize(binding));
    }

    private static Optional<Json> cost(List<PolicyRule> binding) {
        return denying(binding, MaxHourlyCost.class)
                .min(Comparator.comparing(MaxHourlyCost::most))
                .map(lowest -> Json.of(lowest.limit()));
    }

    private static Optional<Json> volumeSize(List<PolicyRule> binding) {
        return denying(binding, MaxVolumeSize.class)
                .min(Comparator.comparingLong(MaxVolumeSize::most))
                .map(lowest -> Json.of(lowest.most()));
    }

    private static Optional<Json> fileSystemSize(List<PolicyRule> binding) {
        return denying(binding, MaxFileSystemSize.class)
                .min(Comparator.comparingLong(MaxFileSystemSize::most))
                .map(lowest -> Json.of(lowest.most()));
    }

    private static <T extends Check> Stream<T> denying(List<PolicyRule> binding, Class<T> sort) {
        return binding.stream()
                .filter(PolicyRule::denies)
                .map(PolicyRule::check)
                .filter(sort::isInstance)
                .map(sort::cast);
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
