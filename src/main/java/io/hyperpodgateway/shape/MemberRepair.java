package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.shape.Edit.Delete;
import io.hyperpodgateway.shape.Edit.Rename;
import io.hyperpodgateway.shape.Edit.Substitute;
import io.hyperpodgateway.shape.Edit.WrapInArray;
import io.hyperpodgateway.shape.ShapeCheck.UnknownMember;
import io.hyperpodgateway.text.NearestNames;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Repairs members and values where they are: what is left out, what has another name, and values
/// that are written in another way.
final class MemberRepair {

    private static final String GROUPS = "InstanceGroups";

    private final ShapeCheck check;
    private final ServiceModel model;
    private final ShapeMessages messages;
    private final UnknownMemberMessages unknownMessages;
    private final MisspeltMemberFinder names;
    private final DescribeClusterMembers answers;
    private final PlaceholderValues placeholders;

    MemberRepair(ShapeCheck check) {
        this.check = check;
        this.model = check.model();
        this.messages = check.messages();
        this.unknownMessages = check.unknownMemberMessages();
        this.names = check.names();
        this.answers = new DescribeClusterMembers(model);
        this.placeholders = new PlaceholderValues(model, (JsonObject) check.root().json());
    }

    /// Repairs the document: a skeleton that nobody filled in by one fix for all of it.
    void document(StructureShape shape) {
        Node document = check.root();
        placeholders
                .ruleOfSkeleton(shape, (JsonObject) document.json())
                .ifPresent(rule ->
                        check.repair(
                                messages.skeleton(document.sent(), rule, shape.required()),
                                withoutOptional(shape, document)));
        structure(shape, document);
    }

    private List<Edit> withoutOptional(StructureShape shape, Node document) {
        return document.members().entrySet().stream()
                .filter(member ->
                        !shape.required().contains(member.getKey())
                                && !isMisspeltRequired(shape, member.getKey()))
                .<Edit>map(member -> new Delete(member.getValue()))
                .toList();
    }

    private boolean isMisspeltRequired(StructureShape shape, String name) {
        return names.match(shape, name).certain().filter(shape.required()::contains).isPresent();
    }

    private void structure(StructureShape shape, Node node) {
        for (String name : List.copyOf(node.members().keySet())) {
            if (check.hasEnoughRepairs()) return;
            leaveOut(shape, node, name);
        }
        rename(shape, node);
        for (String name : List.copyOf(node.members().keySet())) {
            if (check.hasEnoughRepairs()) return;
            Node value = node.member(name).orElseThrow();
            Optional<Shape> of = shape.member(name).map(model::shape);
            of.ifPresent(known -> value(known, value));
            if (of.isEmpty() && !isSimilar(shape, name, value.json()))
                check.addUnknown(new UnknownMember(shape, name, value));
        }
    }

    /// Whether the name comes near one of the structure's own that takes such a value.
    private boolean isSimilar(StructureShape shape, String name, Json value) {
        return names.match(shape, name).names().stream()
                .flatMap(near -> shape.member(near).stream())
                .anyMatch(near -> ValueCoercion.fits(model.shape(near), value));
    }

    /// Leaves out nulls and placeholders of members that are optional, and what only
    /// DescribeCluster's answer has.
    private void leaveOut(StructureShape shape, Node node, String name) {
        Node value = node.member(name).orElseThrow();
        if (shape.member(name).isPresent()) {
            leaveOutOptional(shape, node, name, value);
        } else if (value.isNull() && !isMisspeltRequired(shape, name)) {
            check.repair(misspelt(shape, name, value), new Delete(value));
        } else if (answers.contains(shape, name, value.json())) {
            leaveOutAnswered(shape, node, name, value);
        }
    }

    private void leaveOutAnswered(StructureShape shape, Node node, String name, Node value) {
        Optional<String> requested = answers.requestMember(shape, name, (JsonObject) node.json());
        check.repair(
                unknownMessages.ofDescribeCluster(value.sent(), shape, requested),
                requested.isPresent() ? new Rename(value, requested.get()) : new Delete(value));
    }

    /// @param name the right name of the member
    private void leaveOutOptional(StructureShape shape, Node node, String name, Node value) {
        if (shape.required().contains(name)) return;
        if (value.isNull()) {
            check.repair(messages.isNullAndOptional(value.sent()), new Delete(value));
        } else if (!shape.union() && !areNoGroups(node, name)) {
            // what a union holds is its choice, whatever the value
            Shape of = model.shape(shape.member(name).orElseThrow());
            placeholders
                    .brokenRule(of, value.json())
                    .ifPresent(rule ->
                            check.repair(
                                    messages.placeholder(onlyPart(value), rule, value.sent()),
                                    new Delete(value)));
        }
    }

    /// Whether that is an empty list of groups and there are no others: then groups are missing.
    private static boolean areNoGroups(Node node, String name) {
        return name.endsWith(GROUPS)
                && node.members().entrySet().stream()
                        .filter(member -> member.getKey().endsWith(GROUPS))
                        .allMatch(member -> member.getValue().items().isEmpty());
    }

    /// The one value that holds no others within this one; itself if there are several.
    private static Node onlyPart(Node value) {
        Node here = value;
        while (here.parts().size() == 1) here = here.parts().iterator().next();
        return here.parts().isEmpty() ? here : value;
    }

    private void rename(StructureShape shape, Node node) {
        Map<String, String> right = names.rightNames(shape, (JsonObject) node.json());
        for (String name : List.copyOf(node.members().keySet())) {
            if (!right.containsKey(name) || check.hasEnoughRepairs()) continue;
            Node value = node.member(name).orElseThrow();
            check.repair(misspelt(shape, name, value), new Rename(value, right.get(name)));
            leaveOutOptional(shape, node, right.get(name), value);
        }
    }

    private Finding misspelt(StructureShape shape, String name, Node value) {
        return unknownMessages.misspelt(value.sent(), shape, name);
    }

    /// Repairs a value of that shape.
    void value(Shape shape, Node node) {
        if (check.hasEnoughRepairs()) return;
        switch (shape) {
            case StructureShape structure when node.isObject() -> structure(structure, node);
            case ListShape list when node.isArray() -> items(list, node);
            case ListShape list -> list(list, node);
            case MapShape map when node.isObject() ->
                    List.copyOf(node.parts())
                            .forEach(part -> value(model.shape(map.value()), part));
            case EnumShape choice when node.json() instanceof JsonString(var text) ->
                    choice(choice, text, node);
            case Shape _ -> scalar(shape, node);
        }
    }

    private void items(ListShape shape, Node node) {
        Shape of = model.shape(shape.item());
        Optional<KeyValuePairs> pairs = KeyValuePairs.of(model, of);
        for (Node item : List.copyOf(node.items())) {
            Optional<JsonObject> pair = pairs.flatMap(form -> form.inItem(item.json()));
            pair.ifPresent(made -> pair(of, item, made));
            if (pair.isEmpty()) value(of, item);
        }
    }

    /// An item that is a pair in the form of a text, `Team=x`, or of a map, `{"Team": "x"}`.
    private void pair(Shape shape, Node item, JsonObject pair) {
        Node value = item.isObject() ? item.parts().iterator().next() : item;
        Finding finding =
                item.isObject()
                        ? unknownMessages.pairAsMap(value.sent(), shape)
                        : messages.type(item.sent(), item.json(), shape);
        List<JsonPointer> places = Collections.nCopies(2, value.sent());
        check.repair(finding, new Substitute(item, Node.madeOfSeveral(pair, item.sent(), places)));
    }

    /// Something else in place of a list: a map that is one of pairs, or its only item.
    private void list(ListShape shape, Node node) {
        Shape of = model.shape(shape.item());
        Json json = node.json();
        Optional<JsonArray> pairs =
                KeyValuePairs.of(model, of).flatMap(form -> form.inMap(shape, json));
        if (pairs.isPresent()) {
            List<JsonPointer> places = node.parts().stream().map(Node::sent).toList();
            check.repair(
                    messages.type(node.sent(), json, shape),
                    new Substitute(node, Node.madeOfSeveral(pairs.get(), node.sent(), places)));
        } else if (ValueCoercion.isOnlyItem(shape, of, json)) {
            check.repair(messages.itemWithoutList(node.sent(), json, shape), new WrapInArray(node));
            value(of, node);
        }
    }

    private void scalar(Shape shape, Node node) {
        ValueCoercion.coerced(shape, node.json())
                .ifPresent(value ->
                        check.repair(
                                messages.type(node.sent(), node.json(), shape),
                                new Substitute(node, Node.madeOfOne(value, node.sent()))));
    }

    private void choice(EnumShape shape, String text, Node node) {
        if (shape.values().contains(text)) return;
        ValueCoercion.choice(shape, text)
                .ifPresent(value ->
                        check.repair(
                                messages.choice(
                                        node.sent(),
                                        text,
                                        shape,
                                        NearestNames.hint(List.of(value))),
                                new Substitute(node, Node.madeOfOne(Json.of(value), node.sent()))));
    }
}
