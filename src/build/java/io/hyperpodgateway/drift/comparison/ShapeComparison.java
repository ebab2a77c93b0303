package io.hyperpodgateway.drift.comparison;

import io.hyperpodgateway.drift.comparison.Difference.BoundChanged;
import io.hyperpodgateway.drift.comparison.Difference.MemberAdded;
import io.hyperpodgateway.drift.comparison.Difference.MemberRemoved;
import io.hyperpodgateway.drift.comparison.Difference.PatternChanged;
import io.hyperpodgateway.drift.comparison.Difference.RequiredChanged;
import io.hyperpodgateway.drift.comparison.Difference.TypeChanged;
import io.hyperpodgateway.drift.comparison.Difference.UnionChanged;
import io.hyperpodgateway.drift.comparison.Difference.ValuesAdded;
import io.hyperpodgateway.drift.comparison.Difference.ValuesRemoved;
import io.hyperpodgateway.drift.file.Model;
import io.hyperpodgateway.drift.file.ShapeKind;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares a shape with its present counterpart. Nested shapes are compared at their own places,
/// except below a new member, which had no counterpart.
final class ShapeComparison {

    /// The choice of which the gateway may not know every value.
    private static final String INSTANCE_TYPE = "ClusterInstanceType";

    private final Model model;
    private final String name;
    private final JsonObject before;
    private final JsonObject now;
    private final List<Difference> differences = new ArrayList<>();

    private ShapeComparison(Model past, String former, Model model, String name) {
        this.model = model;
        this.name = name;
        this.before = past.shape(former);
        this.now = model.shape(name);
    }

    static List<Difference> of(Model past, String former, Model model, String name) {
        var comparison = new ShapeComparison(past, former, model, name);
        comparison.compare();
        return comparison.differences;
    }

    private void compare() {
        ShapeKind shapeKind = ShapeKind.of(now);
        if (shapeKind != ShapeKind.of(before)
                || (shapeKind == ShapeKind.OTHER && !type(before).equals(type(now)))) {
            differences.add(
                    new TypeChanged("", ShapeKind.describe(before), ShapeKind.describe(now)));
            return;
        }
        switch (shapeKind) {
            case STRUCTURE -> members();
            case LIST, MAP, INTEGER -> bounds(shapeKind);
            case TEXT -> {
                bounds(shapeKind);
                pattern();
            }
            case CHOICE -> values();
            case BOOLEAN, TIMESTAMP, OTHER -> {}
        }
        differences.addAll(Facts.ofShapes(before, now));
    }

    private void members() {
        JsonObject old = members(before);
        JsonObject known = members(now);
        for (String member : known.members().keySet()) {
            if (old.get(member).isEmpty()) added(name, member, "", new LinkedHashSet<>());
        }
        for (String member : old.members().keySet()) {
            if (known.get(member).isEmpty()) differences.add(new MemberRemoved(member));
        }
        required(known.members().keySet());
        if (isUnion(before) != isUnion(now)) differences.add(new UnionChanged("", isUnion(now)));
    }

    private void required(Set<String> known) {
        Set<String> was = texts(before, "required");
        Set<String> is = texts(now, "required");
        for (String member : known) {
            if (is.contains(member) != was.contains(member))
                differences.add(new RequiredChanged(member, is.contains(member)));
        }
    }

    /// Collects a new member and what is below it, a recursive shape once.
    private void added(String owner, String member, String parent, Set<String> within) {
        String path = Model.below(parent, member);
        String shape = model.parts(owner).get(member);
        if (shape == null) return;
        if (ShapeKind.of(model.shape(owner)) == ShapeKind.STRUCTURE) {
            differences.add(
                    new MemberAdded(
                            path,
                            ShapeKind.describe(model.shape(shape)),
                            texts(model.shape(owner), "required").contains(member)));
        }
        if (!within.add(shape)) return;
        model.parts(shape).keySet().forEach(below -> added(shape, below, path, within));
        within.remove(shape);
    }

    private void bounds(ShapeKind shapeKind) {
        for (String bound : List.of("min", "max")) {
            Optional<Long> was = shapeKind.bound(before, bound);
            Optional<Long> is = shapeKind.bound(now, bound);
            if (!was.equals(is)) {
                differences.add(
                        new BoundChanged("", shapeKind.measure(), bound.equals("max"), was, is));
            }
        }
    }

    private void pattern() {
        Optional<String> was = before.text("pattern");
        Optional<String> is = now.text("pattern");
        if (!was.equals(is)) differences.add(new PatternChanged("", was, is));
    }

    private void values() {
        boolean warned = name.equals(INSTANCE_TYPE);
        List<String> fresh = without(texts(now, "enum"), texts(before, "enum"));
        List<String> gone = without(texts(before, "enum"), texts(now, "enum"));
        if (!fresh.isEmpty()) differences.add(new ValuesAdded("", fresh, warned));
        if (!gone.isEmpty()) differences.add(new ValuesRemoved("", gone, warned));
    }

    private static List<String> without(Set<String> values, Set<String> others) {
        return values.stream().filter(value -> !others.contains(value)).toList();
    }

    private static boolean isUnion(JsonObject shape) {
        return shape.get("union").equals(Optional.of(Json.of(true)));
    }

    private static JsonObject members(JsonObject shape) {
        return shape.object("members").orElse(JsonObject.EMPTY);
    }

    private static Set<String> texts(JsonObject shape, String list) {
        var texts = new LinkedHashSet<String>();
        shape.items(list).stream().flatMap(item -> item.text().stream()).forEach(texts::add);
        return texts;
    }

    private static Optional<Json> type(JsonObject shape) {
        return shape.get("type");
    }
}
