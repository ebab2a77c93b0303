package io.hyperpodgateway.drift.file;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A service model of SageMaker, whole or reduced: its operations in use and every shape that they
/// reach.
public record Model(JsonObject document) {

    public static final String SERVICE = "SageMaker";

    public static final String INPUT = "input";

    public static final List<String> DOCUMENTS = List.of(INPUT, "output");

    /// The part of a map that is its keys.
    public static final String MAP_NAME = "{name}";

    public static final String CREATE = "CreateCluster";

    /// The operations in use, by name.
    public static final List<String> OPERATIONS =
            List.of(CREATE, "DescribeCluster", "ListClusters", "ListTags");

    /// Reads a model.
    ///
    /// @throws UnusableModelException if the document is no such model, with what is wrong
    public static Model of(JsonObject document) throws UnusableModelException {
        var model = new Model(document);
        model.isOfTheService();
        model.hasTheOperations();
        for (String shape : model.reached()) {
            if (model.find(shape).isEmpty())
                throw new UnusableModelException(
                        "names the shape %s and lacks it".formatted(shape));
        }
        Extent.check(model);
        return model;
    }

    private void isOfTheService() throws UnusableModelException {
        for (String part : List.of("metadata", "operations", "shapes")) {
            if (document.object(part).isEmpty())
                throw new UnusableModelException("is no service model: it has no " + part);
        }
        String service = metadata().text("serviceId").orElse("an unnamed service");
        if (!service.equals(SERVICE))
            throw new UnusableModelException(
                    "is a model of %s, not of %s".formatted(service, SERVICE));
    }

    private void hasTheOperations() throws UnusableModelException {
        JsonObject operations = document.object("operations").orElseThrow();
        for (String operation : OPERATIONS) {
            if (operations.object(operation).isEmpty())
                throw new UnusableModelException("has no operation " + operation);
        }
        if (target(CREATE, INPUT).isEmpty())
            throw new UnusableModelException("does not say what %s takes".formatted(CREATE));
    }

    public JsonObject metadata() {
        return document.object("metadata").orElseThrow();
    }

    public JsonObject operation(String name) {
        return document.object("operations").flatMap(all -> all.object(name)).orElseThrow();
    }

    public JsonObject shape(String name) {
        return find(name).orElseThrow();
    }

    public Optional<String> target(String operation, String direction) {
        return operation(operation).object(direction).flatMap(to -> to.text("shape"));
    }

    /// The shapes of the errors of an operation.
    public List<String> errors(String operation) {
        return operation(operation).items("errors").stream().flatMap(Model::shapes).toList();
    }

    /// The parts of a shape, by name, with the shape of each: members, a list's items (`*`), a
    /// map's keys (`{name}`) and values (`{}`).
    public SequencedMap<String, String> parts(String shape) {
        var parts = new LinkedHashMap<String, String>();
        JsonObject described = shape(shape);
        switch (ShapeKind.of(described)) {
            case STRUCTURE ->
                    described.object("members").stream()
                            .flatMap(JsonObject::stream)
                            .forEach(member -> part(parts, member.getKey(), member.getValue()));
            case LIST -> described.get("member").ifPresent(item -> part(parts, "*", item));
            case MAP -> {
                described.get("key").ifPresent(key -> part(parts, MAP_NAME, key));
                described.get("value").ifPresent(value -> part(parts, "{}", value));
            }
            case CHOICE, TEXT, INTEGER, BOOLEAN, TIMESTAMP, OTHER -> {}
        }
        return parts;
    }

    /// Every shape that the operations reach, by name.
    public SortedSet<String> reached() {
        var reached = new TreeSet<String>();
        Deque<String> ahead = new ArrayDeque<>();
        OPERATIONS.forEach(operation -> shapes(operation(operation)).forEach(ahead::add));
        while (!ahead.isEmpty()) {
            String name = ahead.remove();
            if (reached.add(name) && find(name).isPresent()) ahead.addAll(parts(name).values());
        }
        return reached;
    }

    /// The place of a part.
    public static String below(String place, String part) {
        if (place.isEmpty()) return part;
        return part.isEmpty() ? place : place + "/" + part;
    }

    private Optional<JsonObject> find(String shape) {
        return document.object("shapes").flatMap(all -> all.object(shape));
    }

    private static void part(SequencedMap<String, String> parts, String name, Json reference) {
        shapes(reference).forEach(shape -> parts.put(name, shape));
    }

    /// The shapes in a reference, or in an operation at any depth.
    private static Stream<String> shapes(Json value) {
        return switch (value) {
            case JsonObject object when object.text("shape").isPresent() ->
                    object.text("shape").stream();
            case JsonObject object ->
                    Stream.of("input", "output", "errors")
                            .flatMap(name -> object.get(name).stream())
                            .flatMap(Model::shapes);
            case JsonArray(var items) -> items.stream().flatMap(Model::shapes);
            default -> Stream.empty();
        };
    }
}
