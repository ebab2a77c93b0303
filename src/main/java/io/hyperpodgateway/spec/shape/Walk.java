package io.hyperpodgateway.spec.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.model.Bounds;
import io.hyperpodgateway.spec.model.ServiceModel;
import io.hyperpodgateway.spec.model.Shape;
import io.hyperpodgateway.spec.model.Shape.BooleanShape;
import io.hyperpodgateway.spec.model.Shape.EnumShape;
import io.hyperpodgateway.spec.model.Shape.IntegerShape;
import io.hyperpodgateway.spec.model.Shape.ListShape;
import io.hyperpodgateway.spec.model.Shape.MapShape;
import io.hyperpodgateway.spec.model.Shape.StringShape;
import io.hyperpodgateway.spec.model.Shape.StructureShape;
import io.hyperpodgateway.spec.model.Shape.TimestampShape;
import io.hyperpodgateway.spec.shape.mend.MendedItems;
import io.hyperpodgateway.spec.shape.mend.MendedMembers;
import io.hyperpodgateway.spec.shape.mend.Pairs;
import io.hyperpodgateway.spec.shape.mend.Renames;
import io.hyperpodgateway.spec.shape.names.Guesses;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One pass over one document. It mends what is certain as it goes and looks at the rest as it is
/// then: what a method returns stands in the mended document.
final class Walk {

    private final ServiceModel model;
    private final ShapeFindings findings;
    private final Guesses guesses = new Guesses();
    private final Pass pass = new Pass();
    private final Trail trail = pass.trail();
    private final Renames renames;
    private final ScalarCheck scalars;

    Walk(ServiceModel model, ShapeFindings findings) {
        this.model = model;
        this.findings = findings;
        this.renames = new Renames(model, guesses);
        this.scalars = new ScalarCheck(findings, guesses, pass);
    }

    ShapeCheck through(JsonObject document) {
        JsonObject mended = structure(model.input(), document);
        return new ShapeCheck(pass.found(), mended, trail.places());
    }

    private Json below(String token, String shape, Json value) {
        trail.down(token);
        Json mended = value(model.shape(shape), value);
        trail.up();
        return mended;
    }

    private Json value(Shape shape, Json value) {
        if (value instanceof JsonNull) return pass.kept(findings.nothing(trail.sent()), value);
        return switch (shape) {
            case StructureShape structure when value instanceof JsonObject object ->
                    structure(structure, object);
            case ListShape list when value instanceof JsonArray array -> list(list, array);
            case ListShape list when value instanceof JsonObject object -> list(list, object);
            case MapShape map when value instanceof JsonObject object -> map(map, object);
            case StructureShape _,
                    ListShape _,
                    MapShape _,
                    StringShape _,
                    EnumShape _,
                    IntegerShape _,
                    BooleanShape _,
                    TimestampShape _ ->
                    scalars.value(shape, value);
        };
    }

    private JsonObject structure(StructureShape shape, JsonObject object) {
        Map<String, String> rightNames = renames.of(shape, object);
        var members = new MendedMembers(object);
        for (var member : object.members().entrySet()) {
            if (pass.isFull()) break;
            int before = pass.mends();
            String name = member.getKey();
            String right = rightNames.getOrDefault(name, name);
            if (member.getValue() instanceof JsonNull && !shape.required().contains(right)) {
                leaveOut(shape, name);
                members.remove(name);
                continue;
            }
            Json mended = member(shape, name, right, member.getValue());
            if (pass.mends() > before) members.set(name, right, mended);
        }
        JsonObject mended = members.object();
        if (shape.union()) union(shape, mended);
        for (String name : shape.required()) {
            if (!mended.members().containsKey(name)) {
                pass.note(findings.required(trail.sent().member(name)));
            }
        }
        return mended;
    }

    /// A null for a member that may be left out: AWS reads it as absent.
    private void leaveOut(StructureShape shape, String name) {
        boolean known = shape.member(name).isPresent();
        if (known && pass.isFullOfWarnings()) return;
        JsonPointer sent = trail.sent().member(name);
        pass.removed(known ? findings.absent(sent) : unknown(shape, name), name);
    }

    private void union(StructureShape shape, JsonObject object) {
        long held = object.members().keySet().stream().filter(shape.members()::containsKey).count();
        if (held != 1) pass.note(findings.union(trail.sent(), held, shape));
    }

    private Json member(StructureShape shape, String name, String right, Json value) {
        Optional<String> member = shape.member(right);
        if (member.isEmpty()) return pass.kept(unknown(shape, name), value);
        if (name.equals(right)) {
            trail.down(name);
        } else {
            pass.renamed(unknown(shape, name), name, right);
            trail.down(name, right);
        }
        boolean lacks = value instanceof JsonNull && shape.required().contains(right);
        Json mended =
                lacks
                        ? pass.kept(findings.requiredNothing(trail.sent()), value)
                        : value(model.shape(member.get()), value);
        trail.up();
        return mended;
    }

    private Finding unknown(StructureShape shape, String name) {
        String hint = guesses.of(shape.name(), name, shape.members().keySet()).hint();
        return findings.unknownMember(trail.sent().member(name), shape, hint);
    }

    private JsonArray list(ListShape shape, JsonArray array) {
        count(shape.count(), array.items().size());
        Shape of = model.shape(shape.item());
        Optional<Pairs> pairs = Pairs.of(model, of);
        var items = new MendedItems(array);
        for (int i = 0; i < array.items().size() && !pass.isFull(); i++) {
            int before = pass.mends();
            Json item = array.items().get(i);
            trail.down(Integer.toString(i));
            Json mended = pairs.isPresent() ? item(pairs.get(), of, item) : value(of, item);
            trail.up();
            if (pass.mends() > before) items.set(i, mended);
        }
        return items.array();
    }

    private Json item(Pairs pairs, Shape shape, Json item) {
        return pairs.inItem(item)
                .map(pair -> pairItem(shape, item, pair))
                .orElseGet(() -> value(shape, item));
    }

    /// An item that is a pair in the form of a map, `{"Team": "x"}`.
    private Json pairItem(Shape shape, Json item, JsonObject pair) {
        String name = ((JsonObject) item).members().firstEntry().getKey();
        pass.replaced(findings.pair(trail.sent().member(name), shape), pair);
        trail.allIn(name, Pairs.MEMBERS, () -> value(shape, pair));
        return pair;
    }

    /// A map where a list belongs, which may be one of pairs.
    private Json list(ListShape shape, JsonObject map) {
        Finding finding = findings.type(trail.sent(), map, shape);
        return Pairs.of(model, model.shape(shape.item()))
                .flatMap(pairs -> pairs.inMap(shape, map))
                .map(meant -> pairs(shape, map, meant, finding))
                .orElseGet(() -> pass.kept(finding, map));
    }

    private Json pairs(ListShape shape, JsonObject map, JsonArray meant, Finding finding) {
        pass.replaced(finding, meant);
        int i = 0;
        for (String name : map.members().keySet()) {
            Json pair = meant.items().get(i);
            String index = Integer.toString(i);
            trail.allIn(name, List.of(index), () -> below(index, shape.item(), pair));
            i++;
        }
        return meant;
    }

    private JsonObject map(MapShape shape, JsonObject object) {
        count(shape.count(), object.members().size());
        var members = new MendedMembers(object);
        for (var member : object.members().entrySet()) {
            if (pass.isFull()) break;
            String key = member.getKey();
            name(shape.key(), key);
            int before = pass.mends();
            Json mended = below(key, shape.value(), member.getValue());
            if (pass.mends() > before) members.set(key, key, mended);
        }
        return members.object();
    }

    private void name(String shape, String key) {
        int before = pass.found().size();
        below(key, shape, Json.of(key));
        pass.found().subList(before, pass.found().size()).replaceAll(findings::ofName);
    }

    private void count(Bounds bounds, int count) {
        if (!bounds.hold(count)) pass.note(findings.items(trail.sent(), count, bounds));
    }
}
