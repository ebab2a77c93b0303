package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.model.Bounds;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.BooleanShape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.IntegerShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.model.Shape.TimestampShape;
import io.hyperpodgateway.model.Timestamps;
import io.hyperpodgateway.shape.Edit.Split;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks a repaired document against every constraint of its shapes. Of a list of unions, items
/// with several members are split first.
final class ConstraintCheck {

    private final ShapeCheck check;
    private final ServiceModel model;
    private final ShapeMessages messages;

    ConstraintCheck(ShapeCheck check) {
        this.check = check;
        this.model = check.model();
        this.messages = check.messages();
    }

    private void value(Shape shape, Node node) {
        switch (shape) {
            case Shape _ when node.isNull() -> check.add(messages.isNull(node.sent()));
            case StructureShape structure when node.isObject() -> structure(structure, node);
            case ListShape list when node.isArray() -> list(list, node);
            case MapShape map when node.isObject() -> map(map, node);
            case Shape _ -> scalar(shape, node.json(), node.sent());
        }
    }

    void structure(StructureShape shape, Node node) {
        if (node.members().size() == 1 && IntrinsicFunction.of(node.json()).isPresent()) {
            check.add(messages.type(node.sent(), node.json(), shape));
            return;
        }
        for (var member : node.members().entrySet()) {
            if (check.hasEnoughErrors()) break;
            member(shape, member.getKey(), member.getValue());
        }
        if (shape.union()) union(shape, node);
        for (String name : shape.required()) {
            if (node.member(name).isEmpty()) check.add(messages.isMissing(node.sentBelow(name)));
        }
    }

    private void member(StructureShape shape, String name, Node value) {
        Optional<String> of = shape.member(name);
        if (of.isEmpty()) {
            check.add(check.unknownMemberMessages().unknown(value, shape, name));
        } else if (!value.isNull()) {
            value(model.shape(of.get()), value);
        } else if (shape.required().contains(name)) {
            check.add(messages.isNullAndRequired(value.sent()));
        }
    }

    private void union(StructureShape shape, Node node) {
        int count = membersOf(shape, node).size();
        if (count != 1) check.add(messages.union(node.sent(), count, shape));
    }

    private static List<Node> membersOf(StructureShape union, Node node) {
        return node.members().entrySet().stream()
                .filter(member -> union.member(member.getKey()).isPresent())
                .map(Map.Entry::getValue)
                .toList();
    }

    private void list(ListShape shape, Node node) {
        Shape of = model.shape(shape.item());
        if (of instanceof StructureShape union && union.union()) {
            List.copyOf(node.items()).forEach(item -> split(shape, union, node, item));
        }
        count(shape.count(), node);
        for (Node item : node.items()) {
            if (check.hasEnoughErrors()) return;
            value(of, item);
        }
    }

    private void split(ListShape list, StructureShape union, Node node, Node item) {
        List<Node> members = membersOf(union, item);
        int more = members.size() - 1;
        if (more < 1 || check.hasEnoughRepairs() || !list.count().hold(node.items().size() + more))
            return;
        check.repair(
                messages.union(item.sent(), members.size(), union),
                new Split(item, members.subList(1, members.size())));
    }

    private void map(MapShape shape, Node node) {
        count(shape.count(), node);
        for (var member : node.members().entrySet()) {
            if (check.hasEnoughErrors()) return;
            name(model.shape(shape.key()), member.getKey(), member.getValue().sent());
            value(model.shape(shape.value()), member.getValue());
        }
    }

    private void name(Shape shape, String name, JsonPointer sent) {
        if (shape instanceof StringShape string)
            string(string, name, sent).map(messages::ofName).ifPresent(check::add);
    }

    private void count(Bounds bounds, Node node) {
        int count = node.parts().size();
        if (!bounds.hold(count)) check.add(messages.items(node.sent(), count, bounds));
    }

    /// A value of a shape that holds no others, or one of another type than its shape.
    private void scalar(Shape shape, Json value, JsonPointer sent) {
        switch (shape) {
            case StringShape string when value instanceof JsonString(var text) ->
                    string(string, text, sent).ifPresent(check::add);
            case EnumShape choice when value instanceof JsonString(var text) ->
                    choice(choice, text, sent);
            case IntegerShape integer
                    when value instanceof JsonNumber number && number.isInteger() ->
                    integer(integer, number, sent);
            case BooleanShape _ when value instanceof JsonBoolean -> {}
            case TimestampShape _ -> timestamp(value, sent);
            case Shape _ -> check.add(messages.type(sent, value, shape));
        }
    }

    private Optional<Finding> string(StringShape shape, String text, JsonPointer sent) {
        if (!shape.fits(text)) return Optional.of(messages.length(sent, text, shape));
        return shape.matches(text)
                ? Optional.empty()
                : Optional.of(messages.pattern(sent, text, shape));
    }

    /// The few values of other enums are listed in full.
    private void choice(EnumShape shape, String text, JsonPointer sent) {
        if (shape.values().contains(text)) return;
        if (!shape.isInstanceType()) {
            check.add(messages.choice(sent, text, shape, ""));
        } else if (!check.hasEnoughWarnings()) {
            String hint = check.names().match(shape.name(), text, shape.values()).hint();
            check.add(messages.choice(sent, text, shape, hint));
        }
    }

    private void integer(IntegerShape shape, JsonNumber number, JsonPointer sent) {
        // what 64 bits do not hold is beyond every range
        long value =
                number.asLong()
                        .orElse(number.digits().startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE);
        if (number.asLong().isEmpty() || !shape.range().hold(value)) {
            check.add(messages.range(sent, number, shape.range().brokenBy(value)));
        }
    }

    private void timestamp(Json value, JsonPointer sent) {
        Optional<BigDecimal> seconds = Timestamps.epochSeconds(value);
        if (seconds.isEmpty()) {
            check.add(messages.timestamp(sent, value));
        } else if (!Timestamps.isInRange(seconds.get())) {
            check.add(messages.range(sent, value, Timestamps.RANGE));
        }
    }
}
