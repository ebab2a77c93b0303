package io.hyperpodgateway.spec.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Findings;
import io.hyperpodgateway.spec.Level;
import io.hyperpodgateway.spec.NearestNames;
import io.hyperpodgateway.spec.shape.Shape.BooleanShape;
import io.hyperpodgateway.spec.shape.Shape.EnumShape;
import io.hyperpodgateway.spec.shape.Shape.IntegerShape;
import io.hyperpodgateway.spec.shape.Shape.ListShape;
import io.hyperpodgateway.spec.shape.Shape.MapShape;
import io.hyperpodgateway.spec.shape.Shape.StringShape;
import io.hyperpodgateway.spec.shape.Shape.StructureShape;
import io.hyperpodgateway.spec.shape.Shape.TimestampShape;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds a document against the shapes of CreateCluster and finds everything that does not fit: in
/// document order, what is missing last within its object.
///
/// It goes no deeper than the document does, and JSON texts are read 64 deep at most.
public final class ShapeValidator {

    private final ServiceModel model;
    private final ShapeFindings findings;

    /// @param unknownInstanceType how much an instance type weighs that the model does not know
    public ShapeValidator(ServiceModel model, Level unknownInstanceType) {
        this.model = model;
        this.findings = new ShapeFindings(unknownInstanceType);
    }

    /// Everything about the document that does not fit.
    public List<Finding> check(JsonObject document) {
        var walk = new Walk();
        walk.structure(model.input(), document);
        return walk.found;
    }

    /// One pass over one document. Places are made only where something is found.
    private final class Walk {

        private final List<Finding> found = new ArrayList<>();
        private final List<String> path = new ArrayList<>();
        private final Map<String, Integer> questions = new HashMap<>();

        private void below(String token, String shape, Json value) {
            path.add(token);
            value(model.shape(shape), value);
            path.removeLast();
        }

        private void value(Shape shape, Json value) {
            if (value instanceof JsonNull) {
                found.add(findings.nothing(here()));
                return;
            }
            switch (shape) {
                case StructureShape structure when value instanceof JsonObject object ->
                        structure(structure, object);
                case ListShape list when value instanceof JsonArray array -> list(list, array);
                case MapShape map when value instanceof JsonObject object -> map(map, object);
                case StringShape string when value instanceof JsonString(var text) ->
                        string(string, text);
                case EnumShape choice when value instanceof JsonString(var text) ->
                        choice(choice, text);
                case IntegerShape integer
                        when value instanceof JsonNumber number && number.isInteger() ->
                        integer(integer, number);
                case BooleanShape _ when value instanceof JsonBoolean -> {}
                case TimestampShape _ -> timestamp(value);
                case StructureShape _,
                        ListShape _,
                        MapShape _,
                        StringShape _,
                        EnumShape _,
                        IntegerShape _,
                        BooleanShape _ ->
                        found.add(findings.type(here(), value, shape));
            }
        }

        private void structure(StructureShape shape, JsonObject object) {
            object.members()
                    .forEach((name, value) -> {
                        Optional<String> member = shape.member(name);
                        if (member.isPresent()) {
                            below(name, member.get(), value);
                        } else {
                            unknownMember(shape, name);
                        }
                    });
            for (String name : shape.required()) {
                if (!object.members().containsKey(name)) {
                    found.add(findings.required(here().member(name)));
                }
            }
        }

        private void unknownMember(StructureShape shape, String name) {
            String hint = hint(shape, name, shape.members().keySet());
            found.add(findings.unknownMember(here().member(name), shape, hint));
        }

        /// What may have been meant. For one shape that is asked as often as an answer shows
        /// findings, and no more: a large body may hold tens of thousands of unknown names.
        private String hint(Shape shape, String written, Collection<String> known) {
            int asked = questions.merge(shape.name(), 1, Integer::sum);
            return asked <= Findings.MAX ? NearestNames.hint(written, known) : "";
        }

        private void list(ListShape shape, JsonArray array) {
            count(shape.count(), array.items().size());
            for (int i = 0; i < array.items().size(); i++) {
                below(Integer.toString(i), shape.item(), array.items().get(i));
            }
        }

        private void map(MapShape shape, JsonObject object) {
            count(shape.count(), object.members().size());
            object.members()
                    .forEach((key, value) -> {
                        name(shape.key(), key);
                        below(key, shape.value(), value);
                    });
        }

        private void name(String shape, String key) {
            int before = found.size();
            below(key, shape, Json.of(key));
            found.subList(before, found.size()).replaceAll(findings::ofName);
        }

        private void count(Bounds bounds, int count) {
            if (!bounds.hold(count)) found.add(findings.items(here(), count, bounds));
        }

        private void string(StringShape shape, String text) {
            if (!shape.fits(text)) {
                found.add(findings.length(here(), text, shape.length()));
                return;
            }
            if (!shape.matches(text)) found.add(findings.pattern(here(), text, shape));
        }

        private void choice(EnumShape shape, String text) {
            if (shape.values().contains(text)) return;
            found.add(findings.choice(here(), text, shape, hint(shape, text, shape.values())));
        }

        private void integer(IntegerShape shape, JsonNumber number) {
            // what 64 bits do not hold is beyond every range
            long value =
                    number.asLong()
                            .orElse(
                                    number.digits().startsWith("-")
                                            ? Long.MIN_VALUE
                                            : Long.MAX_VALUE);
            if (number.asLong().isEmpty() || !shape.range().hold(value)) {
                found.add(findings.range(here(), number, shape.range().brokenBy(value)));
            }
        }

        private void timestamp(Json value) {
            Optional<BigDecimal> seconds = Timestamps.epochSeconds(value);
            if (seconds.isEmpty()) {
                found.add(findings.timestamp(here(), value));
            } else if (!Timestamps.isInRange(seconds.get())) {
                found.add(findings.range(here(), value, Timestamps.RANGE));
            }
        }

        private JsonPointer here() {
            return new JsonPointer(path);
        }
    }
}
