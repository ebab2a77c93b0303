package io.hyperpodgateway.policy.check.instances;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedGroup;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Headcount;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.policy.match.Glob;
import io.hyperpodgateway.text.Excerpt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Groups, the cluster and the groups of certain types stay within a number of instances.
///
/// A count that is not told is never taken for zero, and under automatic scaling no count is a
/// ceiling. What goes over a sum is told at the count with which it goes over. `InstanceCount` is
/// what counts: `MinInstanceCount` is never more, by the specification.
///
/// @param perGroup instances in any one group
/// @param perCluster instances in all groups together
/// @param perType instances in all groups that may come to have a type of that glob
/// @param autoScaling whether automatic scaling is allowed nevertheless
public record MaxInstances(
        Optional<Long> perGroup,
        Optional<Long> perCluster,
        SequencedMap<Glob, Long> perType,
        boolean autoScaling)
        implements Check {

    /// The name of the check in documents.
    public static final String NAME = "maxInstances";

    private static final int MAX_TITLE = 30;
    private static final int MAX_PARTS = 100;
    private static final JsonPointer MODE = JsonPointer.of("AutoScaling", "Mode");

    public MaxInstances {
        Objects.requireNonNull(perGroup);
        Objects.requireNonNull(perCluster);
        perType = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(perType));
    }

    @Override
    public Stream<Violation> check(Asked asked) {
        if (holds(asked)) return Stream.empty();
        return Stream.of(
                        scaling(asked),
                        uncounted(asked.groups()),
                        tooBig(asked.groups()),
                        tooMany(asked.groups()),
                        tooManyOfType(asked.groups()))
                .flatMap(violations -> violations);
    }

    @Override
    public Check filled(UnaryOperator<String> placeholders) {
        var filled = new LinkedHashMap<Glob, Long>();
        perType.forEach((glob, most) -> filled.merge(glob.filled(placeholders), most, Math::min));
        return new MaxInstances(perGroup, perCluster, filled, autoScaling);
    }

    @Override
    public String words() {
        Stream<String> limits =
                Stream.of(
                                perGroup.stream().map("%d instances in a group"::formatted),
                                perCluster.stream().map("%d in the cluster"::formatted),
                                perType.entrySet().stream()
                                        .map(limit ->
                                                "%d of %s"
                                                        .formatted(
                                                                limit.getValue(), limit.getKey())))
                        .flatMap(some -> some);
        return limits.collect(Collectors.joining(", ", "at most ", ""))
                + (autoScaling ? "" : "; no automatic scaling");
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, limits());
    }

    /// The limits as a document writes them.
    public JsonObject limits() {
        return JsonObject.EMPTY
                .with("perGroup", perGroup.map(Json::of))
                .with("perCluster", perCluster.map(Json::of))
                .with("perType", perType.isEmpty() ? Optional.empty() : Optional.of(types()));
    }

    private JsonObject types() {
        var members = new LinkedHashMap<String, Json>();
        perType.forEach((glob, most) -> members.put(glob.text(), Json.of(most)));
        return new JsonObject(members);
    }

    /// Whether it certainly holds, by what was counted once for all checks.
    private boolean holds(Asked asked) {
        Headcount count = asked.headcount();
        if (!count.complete() || scales(asked)) return false;
        if (count.largest() > perGroup.orElse(Long.MAX_VALUE)) return false;
        if (count.total() > perCluster.orElse(Long.MAX_VALUE)) return false;
        for (var limit : perType.entrySet()) {
            if (count.total() > limit.getValue() && sum(asked, limit.getKey()) > limit.getValue())
                return false;
        }
        return true;
    }

    private static long sum(Asked asked, Glob type) {
        if (!asked.mayHave(type)) return 0;
        long sum = 0;
        for (AskedGroup group : asked.groups()) {
            if (group.mayHave(type)) sum = Headcount.plus(sum, group.count().orElse(0L));
        }
        return sum;
    }

    private boolean scales(Asked asked) {
        return !autoScaling && asked.request().autoScales();
    }

    private Stream<Violation> scaling(Asked asked) {
        if (!scales(asked)) return Stream.empty();
        return Stream.of(
                new Violation(
                        MODE,
                        "Enable is not allowed: with automatic scaling InstanceCount is no ceiling,"
                                + " and the number of instances is limited"));
    }

    private Stream<Violation> uncounted(List<AskedGroup> groups) {
        return groups.stream()
                .filter(group -> group.count().isEmpty() && isLimited(group))
                .map(group ->
                        new Violation(
                                group.at("InstanceCount"),
                                "the number of instances is limited, so InstanceCount has"
                                        + " to be a number from 0"));
    }

    private boolean isLimited(AskedGroup group) {
        return perGroup.isPresent()
                || perCluster.isPresent()
                || perType.keySet().stream().anyMatch(group::mayHave);
    }

    private Stream<Violation> tooBig(List<AskedGroup> groups) {
        return perGroup.stream()
                .flatMap(most ->
                        groups.stream()
                                .filter(group -> group.count().orElse(0L) > most)
                                .map(group -> tooBig(group, most)));
    }

    private static Violation tooBig(AskedGroup group, long most) {
        return new Violation(
                group.at("InstanceCount"),
                "%d instances in the group, at most %d are allowed"
                        .formatted(group.count().orElse(0L), most));
    }

    private Stream<Violation> tooMany(List<AskedGroup> groups) {
        return perCluster.stream()
                .flatMap(most -> over(most, "in the cluster", groups, _ -> true).stream());
    }

    private Stream<Violation> tooManyOfType(List<AskedGroup> groups) {
        return perType.entrySet().stream()
                .flatMap(limit ->
                        over(
                                limit.getValue(),
                                "of " + Excerpt.list(List.of(limit.getKey())),
                                groups,
                                group -> group.mayHave(limit.getKey()))
                                .stream());
    }

    private static Optional<Violation> over(
            long most, String what, List<AskedGroup> groups, Predicate<AskedGroup> counts) {
        List<AskedGroup> counted = groups.stream().filter(counts).toList();
        long sum = 0;
        Optional<JsonPointer> place = Optional.empty();
        for (AskedGroup group : counted) {
            sum = Headcount.plus(sum, group.count().orElse(0L));
            if (sum > most && place.isEmpty()) place = Optional.of(group.at("InstanceCount"));
        }
        if (place.isEmpty()) return Optional.empty();
        String message =
                "%d instances %s altogether, at most %d are allowed%s"
                        .formatted(sum, what, most, parts(counted));
        return Optional.of(new Violation(place.get(), message));
    }

    /// What each group adds to the sum, if it is more than one.
    private static String parts(List<AskedGroup> groups) {
        List<String> parts =
                groups.stream()
                        .filter(group -> group.count().orElse(0L) > 0)
                        .map(group -> part(group, group.count().orElse(0L)))
                        .toList();
        return parts.size() < 2 ? "" : ": " + Excerpt.list(parts, MAX_PARTS);
    }

    private static String part(AskedGroup group, long count) {
        return "%s %d".formatted(Excerpt.cut(group.title(), MAX_TITLE), count);
    }
}
