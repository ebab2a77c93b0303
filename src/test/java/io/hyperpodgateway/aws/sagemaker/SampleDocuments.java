package io.hyperpodgateway.aws.sagemaker;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Documents from the service model with every member at every depth.
final class SampleDocuments {

    private final JsonObject shapes;

    private SampleDocuments(JsonObject shapes) {
        this.shapes = shapes;
    }

    static SampleDocuments ofTheModel() {
        try (InputStream model =
                SampleDocuments.class.getResourceAsStream(
                        "/io/hyperpodgateway/model/service-2.json")) {
            var read = (JsonObject) JsonReader.read(model.readAllBytes()).orElseThrow();
            return new SampleDocuments(read.object("shapes").orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A document of that shape with every member, and two entries in lists and maps.
    JsonObject maximal(String shape) {
        return (JsonObject) value(shape, 1);
    }

    private Json value(String name, int which) {
        JsonObject shape = shapes.object(name).orElseThrow();
        return switch (shape.text("type").orElseThrow()) {
            case "structure" -> structure(shape);
            case "list" -> list(shape.object("member").orElseThrow());
            case "map" -> map(shape.object("value").orElseThrow());
            case "string" -> text(name, shape, which);
            case "integer", "long" -> Json.of(which);
            case "boolean" -> Json.of(which == 1);
            case "timestamp" -> new JsonNumber("1795392000.125");
            default -> throw new IllegalStateException("no sample for " + shape);
        };
    }

    private JsonObject structure(JsonObject shape) {
        JsonObject made = JsonObject.EMPTY;
        for (var member : shape.object("members").orElseThrow().members().entrySet()) {
            made = made.with(member.getKey(), value(target((JsonObject) member.getValue()), 1));
        }
        return made;
    }

    private JsonArray list(JsonObject member) {
        return new JsonArray(List.of(value(target(member), 1), value(target(member), 2)));
    }

    private JsonObject map(JsonObject value) {
        return JsonObject.of("first", value(target(value), 1))
                .with("second", value(target(value), 2));
    }

    private static Json text(String name, JsonObject shape, int which) {
        List<Json> values = shape.items("enum");
        return values.isEmpty() ? Json.of(name + "-é-" + which) : values.get(which % values.size());
    }

    private static String target(JsonObject member) {
        return member.text("shape").orElseThrow();
    }
}
