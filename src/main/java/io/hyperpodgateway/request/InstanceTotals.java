package io.hyperpodgateway.request;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonObject;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How many instances a request asks for, as far as all of that can be read.
///
/// @param instances of all groups; empty where a group or its count cannot be read
/// @param byType by instance type. A group that may come to have several types counts once, in
///   full, under all of them: sorted and joined by `|`. Empty where a type cannot be read
public record InstanceTotals(Optional<Long> instances, Optional<JsonObject> byType) {

    /// What a double holds exactly, and so every reader of JSON.
    private static final long MOST_INSTANCES = (1L << 53) - 1;

    /// In characters: no request that AWS takes comes near.
    private static final int LONGEST_BY_TYPE = 4_000;

    private static final String SEPARATOR = "|";

    /// Those of a request, which need not be one that AWS takes.
    public static InstanceTotals of(ClusterRequest request) {
        List<InstanceGroup> groups = request.groups();
        if (!isReadable(request) || !groups.stream().allMatch(InstanceTotals::hasCount))
            return new InstanceTotals(Optional.empty(), Optional.empty());
        long sum = groups.stream().mapToLong(InstanceTotals::count).sum();
        if (sum > MOST_INSTANCES) return new InstanceTotals(Optional.empty(), Optional.empty());
        return new InstanceTotals(Optional.of(sum), byType(groups));
    }

    private static boolean hasCount(InstanceGroup group) {
        return group.instanceCount().filter(count -> count <= MOST_INSTANCES).isPresent();
    }

    private static long count(InstanceGroup group) {
        return group.instanceCount().orElseThrow();
    }

    private static boolean isReadable(ClusterRequest request) {
        return listed(request, "InstanceGroups") + listed(request, "RestrictedInstanceGroups")
                == request.groups().size();
    }

    /// How many groups a list should have; what is no list has one that cannot be read.
    private static int listed(ClusterRequest request, String member) {
        return request.document()
                .get(member)
                .map(value ->
                        switch (value) {
                            case JsonArray(var items) -> items.size();
                            case JsonNull _ -> 0;
                            case Json _ -> 1;
                        })
                .orElse(0);
    }

    private static Optional<JsonObject> byType(List<InstanceGroup> groups) {
        if (groups.stream().anyMatch(group -> group.instanceTypes().isEmpty()))
            return Optional.empty();
        var counts = new LinkedHashMap<String, Long>();
        groups.forEach(group -> counts.merge(types(group), count(group), Long::sum));
        var members = new LinkedHashMap<String, Json>();
        counts.forEach((types, count) -> members.put(types, Json.of(count)));
        return Optional.of(new JsonObject(members))
                .filter(json -> json.toText().length() <= LONGEST_BY_TYPE);
    }

    private static String types(InstanceGroup group) {
        return group.instanceTypes().values().stream()
                .distinct()
                .sorted()
                .collect(Collectors.joining(SEPARATOR));
    }
}
