package io.hyperpodgateway.drift.file;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.time.LocalDate;
import java.util.Set;

/// Reduces a service model to the operations in use, the shapes that they reach, and facts, without
/// documentation.
///
/// Operations and shapes are sorted by name, all else stays in AWS's order. A reduced model is not
/// changed.
public final class Reduction {

    /// The member of `metadata` with the model's date; the code generator ignores it.
    public static final String DATE = "date";

    private static final Set<String> TEXTS =
            Set.of("documentation", "documentationUrl", "deprecatedMessage", "examples");

    // The project has its own endpoint rules, which do not use AWS's parameters.
    private static final Set<String> ENDPOINT_PARAMETERS =
            Set.of("contextParam", "staticContextParams", "operationContextParams");

    private Reduction() {}

    /// The reduced model as the project's text.
    public static String text(Model model, LocalDate date) {
        return PrettyJson.write(of(model, date)) + "\n";
    }

    public static JsonObject of(Model model, LocalDate date) {
        JsonObject operations = JsonObject.EMPTY;
        for (String name : Model.OPERATIONS) {
            operations = operations.with(name, facts(model.operation(name)));
        }
        JsonObject shapes = JsonObject.EMPTY;
        for (String name : model.reached()) {
            shapes = shapes.with(name, shape(model.shape(name)));
        }
        return JsonObject.EMPTY
                .with("version", model.document().get("version"))
                .with("metadata", model.metadata().with(DATE, Json.of(date.toString())))
                .with("operations", operations)
                .with("shapes", shapes);
    }

    /// A member may be named `documentation`.
    private static JsonObject shape(JsonObject described) {
        JsonObject facts = (JsonObject) facts(described.without("members"));
        if (described.object("members").isEmpty()) return facts;
        JsonObject members = JsonObject.EMPTY;
        for (var member : described.object("members").get().members().entrySet()) {
            members = members.with(member.getKey(), facts(member.getValue()));
        }
        return inPlace(described, facts.with("members", members));
    }

    /// The facts in their original order.
    private static JsonObject inPlace(JsonObject described, JsonObject facts) {
        JsonObject ordered = JsonObject.EMPTY;
        for (String name : described.members().keySet()) {
            ordered = ordered.with(name, facts.get(name));
        }
        return ordered;
    }

    private static Json facts(Json value) {
        return switch (value) {
            case JsonObject(var members) -> {
                JsonObject facts = JsonObject.EMPTY;
                for (var member : members.entrySet()) {
                    if (isFact(member.getKey()))
                        facts = facts.with(member.getKey(), facts(member.getValue()));
                }
                yield facts;
            }
            case JsonArray(var items) ->
                    new JsonArray(items.stream().map(Reduction::facts).toList());
            default -> value;
        };
    }

    private static boolean isFact(String name) {
        return !TEXTS.contains(name) && !ENDPOINT_PARAMETERS.contains(name);
    }
}
