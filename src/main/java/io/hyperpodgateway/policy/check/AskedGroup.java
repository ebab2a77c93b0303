package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.match.Glob;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// One group that is asked for, restricted or not, looked through once for all checks.
///
/// @param group the group itself
/// @param types every instance type that it may come to have, by its place; none if it tells none,
///   and then it may come to have any
/// @param count how many instances are asked for, if that is told as a number from 0;
///   `MinInstanceCount` is never more than that, by the specification
/// @param volumes the volumes that it configures
/// @param deepHealthChecks the deep health checks that it runs on start
/// @param hasTrainingPlan whether it names a training plan
public record AskedGroup(
        InstanceGroup group,
        SequencedMap<JsonPointer, String> types,
        Optional<Long> count,
        List<AskedVolume> volumes,
        Set<String> deepHealthChecks,
        boolean hasTrainingPlan) {

    public AskedGroup {
        Objects.requireNonNull(group);
        Objects.requireNonNull(types);
        Objects.requireNonNull(count);
        volumes = List.copyOf(volumes);
        deepHealthChecks = Set.copyOf(deepHealthChecks);
    }

    static AskedGroup of(InstanceGroup group) {
        return new AskedGroup(
                group,
                group.instanceTypes(),
                group.instanceCount().filter(instances -> instances >= 0),
                AskedVolume.of(group),
                deepHealthChecks(group),
                group.document()
                        .text("TrainingPlanArn")
                        .filter(plan -> !plan.isBlank())
                        .isPresent());
    }

    private static Set<String> deepHealthChecks(InstanceGroup group) {
        List<Json> checks = group.document().items("OnStartDeepHealthChecks");
        if (checks.isEmpty()) return Set.of();
        return checks.stream()
                .flatMap(check -> check.text().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether its instances have volumes besides the root volume that each has anyway.
    public boolean bringsVolumes() {
        for (AskedVolume volume : volumes) {
            if (!volume.isRoot() || volume.size().isPresent()) return true;
        }
        return false;
    }

    /// Whether it may come to have an instance type that one of the globs matches.
    public boolean mayHave(Globs wanted) {
        for (Glob glob : wanted.globs()) {
            if (mayHave(glob)) return true;
        }
        return false;
    }

    /// The instance types that it may come to have and one of the globs matches, each once; the
    /// globs themselves if it tells no type.
    public List<String> wanted(Globs wanted) {
        if (types.isEmpty()) return wanted.globs().stream().map(Glob::text).toList();
        return types.values().stream().filter(wanted::match).distinct().toList();
    }

    /// Whether it may come to have an instance type that the glob matches.
    public boolean mayHave(Glob wanted) {
        if (types.isEmpty()) return true;
        for (String type : types.values()) {
            if (wanted.matches(type)) return true;
        }
        return false;
    }

    /// The place of one of its members, or where it would stand.
    public JsonPointer at(String member) {
        return group.pointer().member(member);
    }

    /// What to call it: its name, or its place if it has none.
    public String title() {
        return group.name().orElseGet(() -> group.pointer().toString());
    }
}
