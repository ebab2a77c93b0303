package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.text.Excerpt;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Groups, the cluster and the groups of certain types stay within a number of instances.
///
/// A count that cannot be read is never taken for zero, and under automatic scaling no count is a
/// ceiling. A sum over its limit is reported at the count with which it goes over. `InstanceCount`
/// is what counts: `MinInstanceCount` is never more, by the specification.
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

    private static final String COUNT = "InstanceCount";
    private static final int MAX_TITLE = 30;
    private static final int MAX_PARTS = 100;

    public MaxInstances {
        Objects.requireNonNull(perGroup);
        Objects.requireNonNull(perCluster);
        perType = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(perType));
    }

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        List<InstanceGroup> groups = request.groups();
        return Stream.of(
                        scaling(request, findings),
                        uncounted(groups, findings),
                        inGroup(groups, findings),
                        inCluster(groups, findings),
                        ofType(groups, findings))
                .flatMap(found -> found);
    }

    @Override
    public Check filled(UnaryOperator<String> placeholders) {
        var filled = new LinkedHashMap<Glob, Long>();
        perType.forEach((glob, most) -> filled.merge(glob.filled(placeholders), most, Math::min));
        return new MaxInstances(perGroup, perCluster, filled, autoScaling);
    }

    @Override
    public AllowLists allowLists() {
        return new AllowLists(List.of(), Map.of(), perCluster.isPresent());
    }

    @Override
    public JsonObject limits() {
        return JsonObject.EMPTY
                .with("perGroup", perGroup.map(Json::of))
                .with("perCluster", perCluster.map(Json::of))
                .with("perType", perType.isEmpty() ? Optional.empty() : Optional.of(types()));
    }

    @Override
    public Optional<Boolean> allowsAutoScaling() {
        return Optional.of(autoScaling);
    }

    @Override
    public String description() {
        Stream<String> types =
                perType.entrySet().stream()
                        .map(limit -> "%d of %s".formatted(limit.getValue(), limit.getKey()));
        return Stream.of(
                        perGroup.stream().map("%d instances in a group"::formatted),
                        perCluster.stream().map("%d in the cluster"::formatted),
                        types)
                .flatMap(limits -> limits)
                .collect(
                        Collectors.joining(
                                ", ", "at most ", autoScaling ? "" : "; no automatic scaling"));
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, limits());
    }

    private JsonObject types() {
        var members = new LinkedHashMap<String, Json>();
        perType.forEach((glob, most) -> members.put(glob.text(), Json.of(most)));
        return new JsonObject(members);
    }

    private Stream<Finding> scaling(ClusterRequest request, FindingFactory findings) {
        if (autoScaling || !request.autoScales()) return Stream.empty();
        return Stream.of(
                findings.at(
                        ClusterRequest.AUTO_SCALING_MODE,
                        "Enable is not allowed: with automatic scaling InstanceCount is no ceiling,"
                                + " and the number of instances is limited"));
    }

    private Stream<Finding> uncounted(List<InstanceGroup> groups, FindingFactory findings) {
        return groups.stream()
                .filter(group -> group.instanceCount().isEmpty() && isLimited(group))
                .map(group ->
                        findings.at(
                                group.at(COUNT),
                                "the number of instances is limited, so InstanceCount has"
                                        + " to be a number from 0"));
    }

    private boolean isLimited(InstanceGroup group) {
        return perGroup.isPresent()
                || perCluster.isPresent()
                || perType.keySet().stream().anyMatch(glob -> group.mayHaveType(glob::matches));
    }

    private Stream<Finding> inGroup(List<InstanceGroup> groups, FindingFactory findings) {
        return perGroup.stream()
                .flatMap(most ->
                        groups.stream()
                                .filter(group -> group.instanceCount().orElse(0L) > most)
                                .map(group ->
                                        findings.at(
                                                group.at(COUNT),
                                                "%d instances in the group, at most %d are allowed"
                                                        .formatted(
                                                                group.instanceCount().orElse(0L),
                                                                most))));
    }

    private Stream<Finding> inCluster(List<InstanceGroup> groups, FindingFactory findings) {
        return perCluster.stream()
                .flatMap(most -> together(most, "in the cluster", groups, findings).stream());
    }

    private Stream<Finding> ofType(List<InstanceGroup> groups, FindingFactory findings) {
        return perType.entrySet().stream()
                .flatMap(limit -> {
                    Glob type = limit.getKey();
                    List<InstanceGroup> counted =
                            groups.stream()
                                    .filter(group -> group.mayHaveType(type::matches))
                                    .toList();
                    String what = "of " + Excerpt.term(type);
                    return together(limit.getValue(), what, counted, findings).stream();
                });
    }

    private static Optional<Finding> together(
            long most, String what, List<InstanceGroup> groups, FindingFactory findings) {
        return Excess.over(BigDecimal.valueOf(most), groups, MaxInstances::count)
                .map(over ->
                        findings.at(
                                over.part().at(COUNT),
                                "%s instances %s altogether, at most %d are allowed%s"
                                        .formatted(over.sum(), what, most, parts(groups))));
    }

    private static BigDecimal count(InstanceGroup group) {
        return BigDecimal.valueOf(group.instanceCount().orElse(0L));
    }

    /// What each group adds to the sum, if it is more than one.
    private static String parts(List<InstanceGroup> groups) {
        List<String> parts =
                groups.stream()
                        .filter(group -> group.instanceCount().orElse(0L) > 0)
                        .map(group ->
                                "%s %s"
                                        .formatted(
                                                Excerpt.cut(group.title(), MAX_TITLE),
                                                count(group)))
                        .toList();
        return parts.size() < 2 ? "" : ": " + Excerpt.list(parts, MAX_PARTS);
    }
}
