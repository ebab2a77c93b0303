package io.hyperpodgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.http.ExampleRequests.BodyExample;
import io.hyperpodgateway.http.Route.Access;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.shape.SchemaDocument;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

class OpenApiDocumentTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /// The OpenAPI Initiative's own schema of 3.1 documents, of 2022-10-07.
    private static final Schema OPENAPI =
            REGISTRY.getSchema(
                    OpenApiDocumentTest.class.getResourceAsStream("/openapi/oas-3.1-schema.json"));

    private static final JsonObject DESCRIPTION = Description.whole();

    @Test
    void isWhatTheOpenApiInitiativesSchemaTakes() {
        assertThat(errors(DESCRIPTION)).isEmpty();
    }

    /// Python's `re` refuses unknown escapes of letters, ECMA-262 with its flag `u` all but its
    /// own; neither supports Java's named groups, nor every lookbehind.
    @Test
    void hasNoPatternThatACommonEngineLacks() {
        List<String> patterns = new ArrayList<>();
        collectPatterns(DESCRIPTION, patterns);

        assertThat(patterns)
                .hasSizeGreaterThan(20)
                .allSatisfy(pattern -> {
                    assertThat(pattern.replace("\\\\", ""))
                            .doesNotContainPattern("\\\\[^dDwWsStrnfu\\W]|\\\\u(?![0-9a-f]{4})")
                            .doesNotContainPattern("\\(\\?[^:=!]")
                            .doesNotContainPattern("[*+?}]\\+");
                    assertThat(Pattern.compile(pattern)).isNotNull();
                });
    }

    @Test
    void saysInWordsWhatAPatternThatIsLeftOutAllows() {
        JsonObject schema = Description.components("schemas").object("TagKey").orElseThrow();

        assertThat(schema.get("pattern")).isEmpty();
        assertThat(schema.text("description").orElseThrow())
                .contains("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*", "\\p{N} is a number", "GET /schema");
        assertThat(SchemaDocument.of(ServiceModel.bundled()).toText()).contains("\\\\p{L}");
    }

    private static void collectPatterns(Json value, List<String> patterns) {
        switch (value) {
            case JsonObject object -> {
                object.text("pattern").ifPresent(patterns::add);
                object.members().values().forEach(member -> collectPatterns(member, patterns));
            }
            case JsonArray(var items) -> items.forEach(item -> collectPatterns(item, patterns));
            default -> {}
        }
    }

    @Test
    void isReadByAnotherReaderWithoutComplaint() {
        assertThat(complaints(DESCRIPTION)).isEmpty();
    }

    @Test
    void isNotTakenWhenItIsBroken() {
        JsonObject paths = DESCRIPTION.object("paths").orElseThrow();
        assertThat(errors(DESCRIPTION.without("info"))).isNotEmpty();
        assertThat(errors(DESCRIPTION.with("paths", paths.with("nowhere", JsonObject.EMPTY))))
                .isNotEmpty();
        JsonObject lame = Texts.object("{\"get\": {\"responses\": {\"200\": {\"headers\": {}}}}}");
        assertThat(errors(DESCRIPTION.with("paths", paths.with("/lame", lame)))).isNotEmpty();
        assertThat(complaints(DESCRIPTION.with("paths", paths.with("/lame", lame)))).isNotEmpty();
    }

    @Test
    void holdsSchemasThatAreSchemas() {
        Schema meta =
                REGISTRY.getSchema(
                        SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        Description.components("schemas")
                .members()
                .forEach((name, schema) ->
                        assertThat(meta.validate(schema.toText(), InputFormat.JSON))
                                .as(name)
                                .isEmpty());
    }

    @Test
    void refersToNothingThatIsNotThere() {
        List<String> references = references(DESCRIPTION);
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference ->
                        Description.resolved(JsonObject.of("$ref", Json.of(reference))));
    }

    @Test
    void leavesNoSchemaAndNoExampleUnused() {
        var used = new TreeSet<>(references(DESCRIPTION));
        for (String kind : List.of("schemas", "examples", "parameters", "headers")) {
            for (String name : Description.components(kind).members().keySet()) {
                assertThat(used).contains("#/components/%s/%s".formatted(kind, name));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void describesEveryRoute(Route route) {
        JsonObject operation = Description.operation(route);
        assertThat(operation.text("operationId")).isPresent();
        assertThat(operation.text("summary")).isPresent();
        assertThat(operation.items("security").isEmpty()).isEqualTo(route.access() == Access.OPEN);
        assertThat(parameters(operation))
                .as("parameters of the path")
                .containsAll(
                        route.template().contains("{")
                                ? List.of(route.template().replaceAll(".*\\{(.*)}.*", "$1"))
                                : List.of());
    }

    @Test
    void describesNoRouteThatIsNotThere() {
        long operations =
                DESCRIPTION.object("paths").orElseThrow().stream()
                        .mapToLong(path -> ((JsonObject) path.getValue()).members().size())
                        .sum();
        assertThat(operations).isEqualTo(Route.values().length);
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void describesEveryProblemWithItsStatusAndAnExample(Problem problem) {
        ProblemType type = ProblemType.of(problem);
        JsonObject response =
                responses(type.status()).stream()
                        .filter(candidate -> refersTo(candidate, "schemas/" + problem.id()))
                        .findFirst()
                        .orElseGet(() ->
                                Description.components("responses")
                                        .object(problem.id())
                                        .orElseThrow());
        JsonObject content = problemContent(response);
        assertThat(references(content)).contains("#/components/schemas/" + problem.id());
        if (type.retryAfter().isPresent())
            assertThat(response.object("headers").orElseThrow().get("Retry-After")).isPresent();
        JsonObject example = Description.components("examples").object(problem.id()).orElseThrow();
        assertThat(
                        Description.violations(
                                Texts.reference("schemas", problem.id()),
                                example.get("value").orElseThrow().toText()))
                .isEmpty();
        assertThat(DESCRIPTION.object("info").orElseThrow().text("description").orElseThrow())
                .contains("| `%s` | %d |".formatted(problem.id(), type.status()));
    }

    @Test
    void distinguishesProblems() {
        JsonObject example = Description.components("examples").object("throttled").orElseThrow();
        assertThat(
                        Description.violations(
                                Texts.reference("schemas", "resource-limit-exceeded"),
                                example.get("value").orElseThrow().toText()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void showsExamplesThatAreAsDescribed(Route route) {
        for (var response :
                Description.operation(route)
                        .object("responses")
                        .orElseThrow()
                        .members()
                        .entrySet()) {
            JsonObject content =
                    ((JsonObject) response.getValue()).object("content").orElse(JsonObject.EMPTY);
            for (var mediaType : content.members().values()) {
                JsonObject schema = ((JsonObject) mediaType).object("schema").orElseThrow();
                ((JsonObject) mediaType)
                        .object("examples")
                        .orElse(JsonObject.EMPTY)
                        .members()
                        .forEach((name, example) -> {
                            Json value =
                                    Description.resolved((JsonObject) example)
                                            .get("value")
                                            .orElseThrow();
                            assertThat(Description.violations(schema, value.toText()))
                                    .as(response.getKey() + " " + name)
                                    .isEmpty();
                        });
            }
        }
    }

    @Test
    void showsRequestsForEveryKindOfAnswer() {
        assertThat(ExampleRequests.BODIES)
                .extracting(BodyExample::status)
                .contains(201, 200, 422, 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\": \"#/$defs/Tag\"}",
                "{\"items\": [{\"$ref\": \"#/$defs/Tag\"}]}",
                "{\"$id\": \"x\", \"$defs\": {\"Tag\": {\"$ref\": \"#\"}}}"
            })
    void movesDefinitionsAmongTheComponents(String schema) {
        JsonObject components = RequestSchema.components(Texts.object(schema));
        assertThat(components.toText()).doesNotContain("$defs", "$id");
        assertThat(references(components))
                .allMatch(reference -> reference.startsWith("#/components/schemas/"));
    }

    private static List<Error> errors(JsonObject document) {
        return OPENAPI.validate(document.toText(), InputFormat.JSON);
    }

    private static List<String> complaints(JsonObject document) {
        var options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result =
                new OpenAPIV3Parser().readContents(document.toText(), List.of(), options);
        assertThat(result.getOpenAPI()).isNotNull();
        return result.getMessages();
    }

    private static List<String> parameters(JsonObject operation) {
        return operation.items("parameters").stream()
                .map(parameter -> Description.resolved((JsonObject) parameter))
                .map(parameter -> parameter.text("name").orElseThrow())
                .toList();
    }

    private static List<JsonObject> responses(int status) {
        var responses = new ArrayList<JsonObject>();
        for (Route route : Route.values()) {
            Description.operation(route)
                    .object("responses")
                    .flatMap(all -> all.object(Integer.toString(status)))
                    .ifPresent(responses::add);
        }
        return responses;
    }

    private static boolean refersTo(JsonObject object, String component) {
        return references(object).contains("#/components/" + component);
    }

    private static JsonObject problemContent(JsonObject response) {
        return response.object("content")
                .flatMap(content -> content.object("application/problem+json"))
                .orElseThrow();
    }

    private static List<String> references(Json value) {
        var found = new ArrayList<String>();
        collect(value, found);
        return found;
    }

    private static void collect(Json value, List<String> found) {
        if (value instanceof JsonArray(var items)) items.forEach(item -> collect(item, found));
        if (value instanceof JsonObject object) {
            object.text("$ref").ifPresent(found::add);
            object.members().values().forEach(member -> collect(member, found));
        }
    }
}
