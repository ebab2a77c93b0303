package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ReferenceKind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What checks list as allowed. A value has to be on every list of its sort.
///
/// @param instanceTypes lists of instance types
/// @param references lists of each kind of reference
/// @param limitsInstances whether the instances of the cluster have a limit, without which there
///   may be none; one of groups or types alone limits no cluster
public record AllowLists(
        List<Globs> instanceTypes,
        Map<ReferenceKind, List<Globs>> references,
        boolean limitsInstances) {

    /// No lists and no limit.
    static final AllowLists NONE = new AllowLists(List.of(), Map.of(), false);

    public AllowLists {
        instanceTypes = List.copyOf(instanceTypes);
        var copy = new EnumMap<ReferenceKind, List<Globs>>(ReferenceKind.class);
        references.forEach((kind, lists) -> copy.put(kind, List.copyOf(lists)));
        references = Collections.unmodifiableMap(copy);
    }

    /// Those of all these checks.
    public static AllowLists of(Collection<Check> checks) {
        List<AllowLists> all = checks.stream().map(Check::allowLists).toList();
        var references = new EnumMap<ReferenceKind, List<Globs>>(ReferenceKind.class);
        for (AllowLists one : all) {
            one.references.forEach((kind, lists) ->
                    references.computeIfAbsent(kind, _ -> new ArrayList<>()).addAll(lists));
        }
        return new AllowLists(
                all.stream().flatMap(one -> one.instanceTypes.stream()).toList(),
                references,
                all.stream().anyMatch(AllowLists::limitsInstances));
    }

    /// The lists of instance types: `open`, whether there are any, and `allowed`.
    public JsonObject instanceTypesToJson() {
        return toJson(instanceTypes);
    }

    /// The same for every kind of reference.
    public JsonObject referencesToJson() {
        var kinds = JsonObject.EMPTY;
        for (ReferenceKind kind : ReferenceKind.values()) {
            kinds = kinds.with(kind.id(), toJson(references.getOrDefault(kind, List.of())));
        }
        return kinds;
    }

    private static JsonObject toJson(List<Globs> lists) {
        return JsonObject.of("open", Json.of(!lists.isEmpty()))
                .with("allowed", new JsonArray(lists.stream().<Json>map(Globs::toJson).toList()));
    }
}
