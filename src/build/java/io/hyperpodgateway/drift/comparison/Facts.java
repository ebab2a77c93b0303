package io.hyperpodgateway.drift.comparison;

import io.hyperpodgateway.drift.comparison.Difference.FactChanged;
import io.hyperpodgateway.drift.file.Reduction;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares the facts of a model beside constraints: that a member is deprecated, a value
/// sensitive.
final class Facts {

    // compared as shapes, or only for the code generator
    private static final Set<String> OF_SHAPES =
            Set.of(
                    "type",
                    "members",
                    "required",
                    "union",
                    "min",
                    "max",
                    "pattern",
                    "enum",
                    "member",
                    "key",
                    "value",
                    "box",
                    "shape");

    private static final Set<String> OF_OPERATIONS = Set.of("name", "input", "output", "errors");

    private static final Set<String> OF_METADATA = Set.of(Reduction.DATE);

    private Facts() {}

    /// The facts of a shape and of its members that exist in both.
    static List<Difference> ofShapes(JsonObject before, JsonObject now) {
        var differences = new ArrayList<Difference>(compared("", before, now, OF_SHAPES));
        JsonObject members = now.object("members").orElse(JsonObject.EMPTY);
        for (String name : members.members().keySet()) {
            before.object("members")
                    .flatMap(old -> old.object(name))
                    .ifPresent(old ->
                            differences.addAll(
                                    compared(
                                            name,
                                            old,
                                            members.object(name).orElse(JsonObject.EMPTY),
                                            OF_SHAPES)));
        }
        return differences;
    }

    static List<Difference> ofOperations(JsonObject before, JsonObject now) {
        return compared("", before, now, OF_OPERATIONS);
    }

    static List<Difference> ofMetadata(JsonObject before, JsonObject now) {
        return compared("", before, now, OF_METADATA);
    }

    private static List<Difference> compared(
            String at, JsonObject before, JsonObject now, Set<String> reportedElsewhere) {
        var names = new LinkedHashSet<>(before.members().keySet());
        names.addAll(now.members().keySet());
        names.removeAll(reportedElsewhere);
        var differences = new ArrayList<Difference>();
        for (String name : names) {
            Optional<Json> was = before.get(name);
            Optional<Json> is = now.get(name);
            if (!was.equals(is)) differences.add(new FactChanged(at, name, was, is));
        }
        return differences;
    }
}
