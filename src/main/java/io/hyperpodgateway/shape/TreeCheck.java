package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.model.Bounds;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StructureShape;

import java.util.Map;

/// Checks a repaired document: what no repair was certain of.
final class TreeCheck {

    private final ServiceModel model;
    private final ShapeFindings findings;
    private final Noted noted;
    private final ScalarCheck scalars;
    private final UnknownMemberWords words;

    TreeCheck(ServiceModel model, ShapeFindings findings, Guesses guesses, Noted noted) {
        this.model = model;
        this.findings = findings;
        this.noted = noted;
        this.scalars = new ScalarCheck(findings, guesses, noted);
        this.words = new UnknownMemberWords(model, guesses);
    }

    private void value(Shape shape, Node node) {
        Json json = node.json();
        if (json instanceof JsonNull) {
            noted.note(findings.nothing(node.sent()));
            return;
        }
        switch (shape) {
            case StructureShape structure when node.isObject() -> structure(structure, node);
            case ListShape list when node.isArray() -> list(list, node);
            case MapShape map when node.isObject() -> map(map, node);
            case Shape _ -> scalars.value(shape, json, node.sent());
        }
    }

    void structure(StructureShape shape, Node node) {
        if (node.members().size() == 1 && Intrinsic.of(node.json()).isPresent()) {
            noted.note(findings.type(node.sent(), node.json(), shape));
            return;
        }
        for (var member : node.members().entrySet()) {
            if (noted.isFull()) break;
            member(shape, member);
        }
        if (shape.union()) union(shape, node);
        for (String name : shape.required()) {
            if (node.member(name).isEmpty()) noted.note(findings.required(node.sentBelow(name)));
        }
    }

    private void member(StructureShape shape, Map.Entry<String, Node> member) {
        String name = member.getKey();
        Node value = member.getValue();
        if (shape.member(name).isEmpty()) {
            noted.note(unknown(shape, name, value));
        } else if (value.json() instanceof JsonNull && shape.required().contains(name)) {
            noted.note(findings.requiredNothing(value.sent()));
        } else if (!(value.json() instanceof JsonNull)) {
            value(model.shape(shape.member(name).orElseThrow()), value);
        }
    }

    private Finding unknown(StructureShape shape, String name, Node value) {
        return findings.unknownMember(
                value.sent(), shape, words.of(shape, name, value.json(), value.sent()));
    }

    private void union(StructureShape shape, Node node) {
        long held = node.members().keySet().stream().filter(shape.members()::containsKey).count();
        if (held != 1) noted.note(findings.union(node.sent(), held, shape));
    }

    private void list(ListShape shape, Node node) {
        count(shape.count(), node);
        Shape of = model.shape(shape.item());
        for (Node item : node.items()) {
            if (noted.isFull()) return;
            value(of, item);
        }
    }

    private void map(MapShape shape, Node node) {
        count(shape.count(), node);
        for (var member : node.members().entrySet()) {
            if (noted.isFull()) return;
            scalars.name(model.shape(shape.key()), member.getKey(), member.getValue().sent());
            value(model.shape(shape.value()), member.getValue());
        }
    }

    private void count(Bounds bounds, Node node) {
        int count = node.isArray() ? node.items().size() : node.members().size();
        if (!bounds.hold(count)) noted.note(findings.items(node.sent(), count, bounds));
    }
}
