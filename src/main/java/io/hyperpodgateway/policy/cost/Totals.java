package io.hyperpodgateway.policy.cost;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedGroup;
import io.hyperpodgateway.policy.check.Headcount;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;

/// How many instances a request asks for, as far as all of that can be read.
///
/// @param instances of all groups; empty where a group or its count cannot be read
/// @param byType by instance type. A group that may come to have several types counts once, in
///   full, under all of them: sorted and joined by `|`. Empty where a type cannot be read
public record Totals(Optional<Long> instances, Optional<JsonObject> byType) {

    /// What a double holds exactly, and so every reader of JSON.
    private static final long MOST_INSTANCES = (1L << 53) - 1;

    /// In characters: no request that AWS takes comes near.
    private static final int LONGEST_BY_TYPE = 4_000;

    private static final String SEPARATOR = "|";

    /// Those of a request, which need not be one that AWS takes.
    public static Totals of(ClusterRequest request) {
        Asked asked = Asked.of(request);
        Headcount headcount = asked.headcount();
        if (!isReadable(request) || !headcount.complete() || headcount.total() > MOST_INSTANCES) {
            return new Totals(Optional.empty(), Optional.empty());
        }
        return new Totals(Optional.of(headcount.total()), byType(asked));
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

    private static Optional<JsonObject> byType(Asked asked) {
        if (asked.isUntyped()) return Optional.empty();
        var counts = new LinkedHashMap<String, Long>();
        for (AskedGroup group : asked.groups()) {
            counts.merge(types(group), group.count().orElseThrow(), Headcount::plus);
        }
        var members = new LinkedHashMap<String, Json>();
        counts.forEach((types, count) -> members.put(types, Json.of(count)));
        return Optional.of(new JsonObject(members))
                .filter(json -> json.toText().length() <= LONGEST_BY_TYPE);
    }

    private static String types(AskedGroup group) {
        return group.types().values().stream()
                .distinct()
                .sorted()
                .collect(Collectors.joining(SEPARATOR));
    }
}
