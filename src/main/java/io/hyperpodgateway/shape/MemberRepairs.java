package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.shape.Edit.Remove;
import io.hyperpodgateway.shape.Edit.RemoveAll;
import io.hyperpodgateway.shape.Edit.Rename;
import io.hyperpodgateway.shape.Edit.Replace;
import io.hyperpodgateway.shape.Edit.Wrap;
import io.hyperpodgateway.text.NearestNames;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Repairs members and values where they are: what is left out, what has another name, and values
/// in another spelling.
final class MemberRepairs {

    private static final String GROUPS = "InstanceGroups";

    private final ServiceModel model;
    private final ShapeFindings findings;
    private final Guesses guesses;
    private final Noted noted;
    private final Renames renames;
    private final AnswerMembers answers;
    private final Blanks blanks;
    private final List<Unknown> unknown = new ArrayList<>();

    MemberRepairs(ServiceModel model, ShapeFindings findings, Guesses guesses, Noted noted) {
        this.model = model;
        this.findings = findings;
        this.guesses = guesses;
        this.noted = noted;
        this.renames = new Renames(model, guesses);
        this.answers = new AnswerMembers(model);
        this.blanks = new Blanks(model, (JsonObject) noted.root().json());
    }

    /// A member that its structure does not know.
    record Unknown(StructureShape shape, String name, Node value) {}

    /// The members that are left unknown so far; each is handed out once.
    List<Unknown> takeUnknown() {
        var taken = List.copyOf(unknown);
        unknown.clear();
        return taken;
    }

    /// Repairs the document: a skeleton that nobody filled in by one fix for all of it.
    void document(StructureShape shape, Node document) {
        blanks.untouched(shape, (JsonObject) document.json())
                .ifPresent(rule -> leaveOutSkeleton(shape, document, rule));
        structure(shape, document);
    }

    private void leaveOutSkeleton(StructureShape shape, Node document, String rule) {
        List<Node> optional =
                document.members().entrySet().stream()
                        .filter(member -> !isRequired(shape, member.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        noted.repair(
                findings.skeleton(rule, shape.required(), document.sent()),
                new RemoveAll(document, optional));
    }

    private boolean isRequired(StructureShape shape, String name) {
        return shape.required().contains(name) || isCertainlyRequired(shape, name);
    }

    void structure(StructureShape shape, Node node) {
        for (String name : List.copyOf(node.members().keySet())) {
            if (noted.isFullOfRepairs()) return;
            leaveOut(shape, node, name);
        }
        rename(shape, node);
        for (String name : List.copyOf(node.members().keySet())) {
            if (noted.isFullOfRepairs()) return;
            Node value = node.member(name).orElseThrow();
            Optional<Shape> of = shape.member(name).map(model::shape);
            if (of.isPresent()) {
                value(of.get(), value);
            } else if (unknown.size() < noted.limit() && isFar(shape, name, value)) {
                unknown.add(new Unknown(shape, name, value));
            }
        }
    }

    /// Whether the name comes near none of the structure's own that take such a value.
    private boolean isFar(StructureShape shape, String name, Node value) {
        return guesses.of(shape.name(), name, shape.members().keySet()).names().stream()
                .flatMap(near -> shape.member(near).stream())
                .noneMatch(near -> Meant.fits(model.shape(near), value.json()));
    }

    /// Leaves out nulls and blanks for members that need not be there, and what only an answer has.
    private void leaveOut(StructureShape shape, Node node, String name) {
        Node value = node.member(name).orElseThrow();
        Optional<String> of = shape.member(name);
        if (of.isEmpty()) {
            leaveOutUnknown(shape, node, name, value);
        } else if (!shape.required().contains(name)) {
            boolean isChoice = shape.union() || isOnlyGroups(node, name);
            leaveOutOptional(model.shape(of.get()), value, !isChoice);
        }
    }

    /// Whether that is an empty list of groups and there are no others: then groups are missing.
    private static boolean isOnlyGroups(Node node, String name) {
        return name.endsWith(GROUPS)
                && node.members().entrySet().stream()
                        .filter(member -> member.getKey().endsWith(GROUPS))
                        .allMatch(member -> member.getValue().items().isEmpty());
    }

    /// @param blanksToo whether a blank is left out; what a union holds is its choice
    private void leaveOutOptional(Shape shape, Node value, boolean blanksToo) {
        Json json = value.json();
        if (json instanceof JsonNull) {
            noted.repairWarning(findings.absent(value.sent()), new Remove(value));
            return;
        }
        if (!blanksToo) return;
        blanks.rule(shape, json)
                .ifPresent(rule ->
                        noted.repair(
                                findings.blank(onlyPart(value), rule, value.sent()),
                                new Remove(value)));
    }

    /// The one value that holds no others within this one; itself if there are several.
    private static Node onlyPart(Node value) {
        Node here = value;
        while (here.members().size() + here.items().size() == 1) {
            here =
                    here.isArray()
                            ? here.items().getFirst()
                            : here.members().firstEntry().getValue();
        }
        return here.members().isEmpty() && here.items().isEmpty() ? here : value;
    }

    private void leaveOutUnknown(StructureShape shape, Node node, String name, Node value) {
        if (value.json() instanceof JsonNull && !isCertainlyRequired(shape, name)) {
            noted.repair(unknown(shape, name, value), new Remove(value));
            return;
        }
        if (!answers.has(shape, name, value.json())) return;
        Optional<String> right = answers.asked(shape, name, (JsonObject) node.json());
        Finding finding = findings.answered(value.sent(), shape, right);
        noted.repair(
                finding, right.isPresent() ? new Rename(value, right.get()) : new Remove(value));
    }

    private boolean isCertainlyRequired(StructureShape shape, String name) {
        return guesses.of(shape.name(), name, shape.members().keySet())
                .certain()
                .filter(shape.required()::contains)
                .isPresent();
    }

    private void rename(StructureShape shape, Node node) {
        Map<String, String> right = renames.of(shape, (JsonObject) node.json());
        for (String name : List.copyOf(node.members().keySet())) {
            if (!right.containsKey(name) || noted.isFullOfRepairs()) continue;
            Node value = node.member(name).orElseThrow();
            noted.repair(unknown(shape, name, value), new Rename(value, right.get(name)));
            // what is blank under a wrong name is blank
            if (!shape.required().contains(right.get(name)))
                leaveOutOptional(
                        model.shape(shape.member(right.get(name)).orElseThrow()),
                        value,
                        !shape.union() && !isOnlyGroups(node, right.get(name)));
        }
    }

    private Finding unknown(StructureShape shape, String name, Node value) {
        String hint = guesses.of(shape.name(), name, shape.members().keySet()).hint();
        return findings.unknownMember(value.sent(), shape, hint);
    }

    /// Repairs a value of that shape.
    void value(Shape shape, Node node) {
        if (noted.isFullOfRepairs()) return;
        switch (shape) {
            case StructureShape structure when node.isObject() -> structure(structure, node);
            case ListShape list when node.isArray() -> items(list, node);
            case ListShape list -> list(list, node);
            case MapShape map when node.isObject() -> {
                Shape of = model.shape(map.value());
                List.copyOf(node.members().values()).forEach(member -> value(of, member));
            }
            case Shape _ -> scalar(shape, node);
        }
    }

    private void items(ListShape shape, Node node) {
        Shape of = model.shape(shape.item());
        Optional<Pairs> pairs = Pairs.of(model, of);
        for (Node item : List.copyOf(node.items())) {
            Optional<JsonObject> pair = pairs.flatMap(pair1 -> pair1.inItem(item.json()));
            if (pair.isPresent()) {
                pair(of, item, pair.get());
            } else {
                value(of, item);
            }
        }
    }

    /// An item that is a pair in the form of a text, `Team=x`, or of a map, `{"Team": "x"}`.
    private void pair(Shape shape, Node item, JsonObject pair) {
        if (!item.isObject()) {
            noted.repair(
                    findings.type(item.sent(), item.json(), shape),
                    new Replace(item, Node.pair(pair, item, item)));
            return;
        }
        Node key = item.members().firstEntry().getValue();
        noted.repair(
                findings.pair(key.sent(), shape), new Replace(item, Node.pair(pair, item, key)));
    }

    /// Something else in place of a list: a map that is one of pairs, or its only item.
    private void list(ListShape shape, Node node) {
        Shape of = model.shape(shape.item());
        Json json = node.json();
        Finding finding = findings.type(node.sent(), json, shape);
        Optional<JsonArray> pairs =
                json instanceof JsonObject map
                        ? Pairs.of(model, of).flatMap(pair -> pair.inMap(shape, map))
                        : Optional.empty();
        if (pairs.isPresent()) {
            List<Node> sent = List.copyOf(node.members().values());
            noted.repair(finding, new Replace(node, Node.list(pairs.get(), node, sent)));
        } else if (Meant.isOnlyItem(shape, of, json)) {
            Node array = Node.made(new JsonArray(List.of()), node.sent());
            noted.repair(findings.unlisted(node.sent(), json, shape), new Wrap(node, array));
            value(of, node);
        }
    }

    private void scalar(Shape shape, Node node) {
        Json json = node.json();
        if (shape instanceof EnumShape choice && json instanceof JsonString(var text)) {
            choice(choice, text, node);
            return;
        }
        Meant.respelt(shape, json)
                .ifPresent(meant ->
                        noted.repair(
                                findings.type(node.sent(), json, shape),
                                new Replace(node, Node.whole(meant, node.sent()))));
    }

    private void choice(EnumShape shape, String text, Node node) {
        if (shape.values().contains(text)) return;
        Optional<String> meant = Meant.choice(shape, text);
        if (meant.isEmpty()) return;
        Finding finding =
                findings.choice(node.sent(), text, shape, NearestNames.hint(List.of(meant.get())));
        var replace = new Replace(node, Node.whole(Json.of(meant.get()), node.sent()));
        if (finding.isError()) {
            noted.repair(finding, replace);
        } else {
            noted.repairWarning(finding, replace);
        }
    }
}
