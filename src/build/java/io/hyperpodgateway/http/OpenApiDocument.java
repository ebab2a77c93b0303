package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.http.ExampleRequests.BodyExample;
import io.hyperpodgateway.http.Route.Access;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The OpenAPI description of the gateway, derived from the code as far as possible.
public final class OpenApiDocument {

    private static final String INFO =
            """
            {"title": "HyperPod Gateway",
             "summary": "A self-service HTTPS endpoint in front of SageMaker's CreateCluster",
             "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}
            """;

    private static final String SERVERS =
            """
            [{"url": "/", "description": "the gateway that serves this description"},
             {"url": "https://{apiId}.execute-api.{region}.amazonaws.com", "description": "a deployed gateway",
              "variables": {"apiId": {"default": "a1b2c3d4e5"}, "region": {"default": "us-east-1"}}},
             {"url": "http://127.0.0.1:3000", "description": "a gateway on this machine (mvn -Plocal)"}]
            """;

    private static final String DESCRIPTION =
            """
            A team posts the JSON that SageMaker's
            [CreateCluster](https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateCluster.html) takes; the
            gateway checks it against AWS's specification and the organisation's policy, creates the cluster with its own
            role, and keeps a record.

            Checks run in this order, and the first that fails answers: path 404, method 405, identity 401, query and
            headers 400, size 413, media type 415, body 400, specification 422, policy 403. One check
            reports everything at once; a 422 `invalid-request` also lists what policy will refuse, as far as shapes can be
            read once the certain fixes are applied. A trailing slash is the same path; unknown query parameters are refused.

            Every answer of the gateway carries `X-Request-Id`. API Gateway, which is in front of it, answers some requests
            itself, as `{"message": ...}` and without that header: treat any 5xx without it as unknown.

            Every refusal and failure is a problem document (RFC 9457):

            | problem | status | title | Retry-After |
            |---|---|---|---|
            """;

    private OpenApiDocument() {}

    /// The description (OpenAPI 3.1).
    ///
    /// @param schema the JSON Schema of CreateCluster's document
    /// @param version the gateway's version
    public static JsonObject of(JsonObject schema, String version) {
        JsonObject info =
                Texts.object(INFO)
                        .with("description", Json.of(DESCRIPTION + problems()))
                        .with("version", Json.of(version));
        return JsonObject.of("openapi", Json.of("3.1.0"))
                .with("info", info)
                .with("servers", Texts.value(SERVERS))
                .with("tags", tags())
                .with("paths", paths())
                .with("components", new Components(version).all(schema));
    }

    private static String problems() {
        var table = new StringBuilder();
        for (Problem problem : Problem.values()) {
            ProblemType type = ProblemType.of(problem);
            String retry = type.retryAfter().map(seconds -> seconds + " s").orElse("");
            table.append(
                    "| `%s` | %d | %s | %s |\n"
                            .formatted(problem.id(), type.status(), type.title(), retry));
        }
        return table.append("\n`request-in-progress` and `idempotency-key-reused` only occur")
                .append(" with `Idempotency-Key`.\n")
                .toString();
    }

    private static JsonObject paths() {
        JsonObject paths = JsonObject.EMPTY;
        for (Route route : Route.values()) {
            JsonObject path = paths.object(route.template()).orElse(JsonObject.EMPTY);
            paths =
                    paths.with(
                            route.template(),
                            path.with(route.method().toLowerCase(Locale.ROOT), operation(route)));
        }
        return paths;
    }

    private static JsonArray tags() {
        return new JsonArray(
                Arrays.stream(Route.values())
                        .map(route -> DescribedOperation.of(route).tag())
                        .distinct()
                        .<Json>map(tag -> JsonObject.of("name", Json.of(tag)))
                        .toList());
    }

    private static JsonObject operation(Route route) {
        DescribedOperation operation = DescribedOperation.of(route);
        JsonObject description =
                JsonObject.of("operationId", Json.of(operation.id()))
                        .with("tags", JsonArray.ofTexts(List.of(operation.tag())))
                        .with("summary", Json.of(operation.summary()))
                        .with("description", Json.of(operation.description()))
                        .with("security", security(route));
        if (!operation.parameters().isEmpty()) {
            description = description.with("parameters", parameters(operation));
        }
        if (route == Route.CREATE_CLUSTER) {
            description = description.with("requestBody", requestBody());
        }
        return description.with("responses", Responses.of(route));
    }

    private static Json security(Route route) {
        return Texts.value(
                route.access() == Access.IDENTIFIED ? "[{\"iam\": []}, {\"jwt\": []}]" : "[]");
    }

    private static JsonArray parameters(DescribedOperation operation) {
        return new JsonArray(
                operation.parameters().stream()
                        .<Json>map(name -> Texts.reference("parameters", name))
                        .toList());
    }

    private static JsonObject requestBody() {
        JsonObject examples = JsonObject.EMPTY;
        for (BodyExample example : ExampleRequests.BODIES) {
            examples = examples.with(example.name(), example(example));
        }
        JsonObject mediaType =
                JsonObject.of("schema", Texts.reference("schemas", RequestSchema.NAME))
                        .with("examples", examples);
        return JsonObject.of("required", Json.of(true))
                .with(
                        "description",
                        Json.of(
                                "at most 262144 bytes; application/x-amz-json-1.1 is taken as"
                                        + " application/json"))
                .with("content", JsonObject.of("application/json", mediaType));
    }

    /// The request and, for readers that are programs, its query and status.
    private static JsonObject example(BodyExample example) {
        return JsonObject.of("summary", Json.of(example.summary()))
                .with("value", Texts.value(example.body()))
                .with("x-query", Json.of(example.query()))
                .with("x-status", Json.of(example.status()));
    }
}
