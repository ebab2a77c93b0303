package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.http.ExampleRequests.BodyExample;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import java.util.List;

/// The components of the description: schemas, examples, headers, parameters and so on.
final class Components {

    /// Problems that no described operation has: a wrong method is no operation.
    static final List<Problem> BESIDE_OPERATIONS = List.of(Problem.METHOD_NOT_ALLOWED);

    private static final String FIXED =
            """
            {
              "parameters": {
                "dryRun": {"name": "dryRun", "in": "query", "schema": {"type": "boolean", "default": false},
                  "description": "true: everything is checked and recorded, nothing is created"},
                "name": {"name": "name", "in": "path", "required": true, "schema": {"type": "string"},
                  "description": "the cluster's name", "example": "vision-slurm"},
                "requestId": {"name": "requestId", "in": "path", "required": true, "schema": {"type": "string"},
                  "description": "the request's id, as in X-Request-Id and every answer"},
                "idempotencyKey": {"name": "Idempotency-Key", "in": "header", "example": "6f1d0c9e-vision-slurm",
                  "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-+.-~-]{1,255}$"},
                  "description": "the caller's own name for this request, at most once: 1 to 255 visible ASCII characters without comma. The same request sent again with the same key creates no second cluster: it gets the answer of the first. Keys never expire, and each caller has its own. A dry run ignores it."},
                "cluster": {"name": "cluster", "in": "query", "schema": {"type": "string"},
                  "description": "only requests for a cluster of that name"},
                "principal": {"name": "principal", "in": "query", "schema": {"$ref": "#/components/schemas/Principal"},
                  "description": "only that principal's: an ARN, or `jwt:ISSUER#SUB`; a role includes all its sessions"},
                "outcome": {"name": "outcome", "in": "query", "schema": {"$ref": "#/components/schemas/Outcome"},
                  "description": "only requests with that outcome"},
                "rule": {"name": "rule", "in": "query", "schema": {"type": "string"},
                  "description": "only requests with a finding of that rule, by its id; of the policy's `audit` rules only for auditors"},
                "from": {"name": "from", "in": "query", "schema": {"type": "string", "format": "date-time"},
                  "description": "only requests that began at that time or later; UTC, with `Z`"},
                "to": {"name": "to", "in": "query", "schema": {"type": "string", "format": "date-time"},
                  "description": "only requests that began before that time; UTC, with `Z`"},
                "limit": {"name": "limit", "in": "query",
                  "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 20},
                  "description": "how many requests a page holds at most"},
                "next": {"name": "next", "in": "query", "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"},
                  "description": "the `next` of the page before; valid only for the same caller and the same filters"},
                "ifNoneMatch": {"name": "If-None-Match", "in": "header", "schema": {"type": "string"},
                  "description": "the ETag of what you have: if it is current, the answer is 304"}
              },
              "headers": {
                "X-Request-Id": {"schema": {"$ref": "#/components/schemas/RequestId"},
                  "description": "the request's id; on every answer but API Gateway's own"},
                "Idempotency-Replayed": {"schema": {"type": "string", "const": "true"},
                  "description": "present if this is the answer to an earlier request under the same key; this one did nothing"},
                "Location": {"schema": {"type": "string"}, "description": "the address of the cluster"},
                "Retry-After": {"schema": {"type": "integer"}, "description": "seconds after which to try again"},
                "Allow": {"schema": {"type": "string"}, "description": "the methods that the path takes"},
                "WWW-Authenticate": {"schema": {"type": "string"}, "description": "how to identify oneself"},
                "ETag": {"schema": {"type": "string"}, "description": "changes with the document"},
                "Content-Security-Policy": {"schema": {"type": "string"}, "description": "that the page loads and runs nothing"},
                "X-Content-Type-Options": {"schema": {"type": "string", "const": "nosniff"}, "description": "that it is HTML, whatever it looks like"},
                "Referrer-Policy": {"schema": {"type": "string", "const": "no-referrer"}, "description": "that links do not reveal the gateway's address"},
                "Cache-Control": {"schema": {"type": "string"}, "description": "how long it may be kept"}
              },
              "securitySchemes": {
                "iam": {"type": "apiKey", "in": "header", "name": "Authorization",
                  "x-amazon-apigateway-authtype": "awsSigv4",
                  "description": "AWS Signature Version 4 for the service `execute-api`. The caller is the user, or the role of the session; it needs `execute-api:Invoke`."},
                "jwt": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                  "description": "Where the gateway was deployed with JwtIssuer and JwtAudience: a token of that issuer, instead of a signature. The caller is the token's `iss` and `sub`."}
              }
            }
            """;

    private final ExampleGateway gateway;
    private final ProblemExamples problems;
    private final String version;

    Components(String version) {
        this.version = version;
        this.gateway = new ExampleGateway(version);
        this.problems = new ProblemExamples(gateway);
    }

    /// @param schema the JSON Schema of CreateCluster's document
    /// @throws IllegalStateException if two schemas share a name, or the answer to an example is
    ///   not the expected one
    JsonObject all(JsonObject schema) {
        JsonObject fixed = Texts.object(FIXED);
        JsonObject parameters = fixed.object("parameters").orElseThrow();
        JsonObject requestId = parameters.object("requestId").orElseThrow();
        return JsonObject.of("schemas", schemas(schema))
                .with("examples", examples())
                .with("responses", responses())
                .withAll(fixed)
                .with(
                        "parameters",
                        parameters.with(
                                "requestId",
                                requestId.with(
                                        "example", Json.of(ExampleGateway.requestId("slurm")))));
    }

    private static JsonObject schemas(JsonObject schema) {
        JsonObject schemas = AnswerSchemas.all();
        for (Problem problem : Problem.values()) {
            schemas = schemas.with(problem.id(), schema(problem));
        }
        for (var component : RequestSchema.components(schema).members().entrySet()) {
            if (schemas.get(component.getKey()).isPresent())
                throw new IllegalStateException("two schemas are called " + component.getKey());
            schemas = schemas.with(component.getKey(), component.getValue());
        }
        return schemas;
    }

    private static JsonObject schema(Problem problem) {
        ProblemType type = ProblemType.of(problem);
        JsonObject fixed =
                JsonObject.of("type", constant(Json.of(Answers.typeOf(problem))))
                        .with("title", constant(Json.of(type.title())))
                        .with("status", constant(Json.of(type.status())));
        return JsonObject.of("title", Json.of(problem.id()))
                .with("allOf", new JsonArray(List.of(Texts.reference("schemas", "Problem"))))
                .with("properties", fixed);
    }

    private static JsonObject constant(Json value) {
        return JsonObject.of("const", value);
    }

    private JsonObject examples() {
        JsonObject examples = JsonObject.EMPTY;
        for (BodyExample example : ExampleRequests.BODIES) {
            HttpAnswer answer = gateway.post(example.name(), example.query(), example.body());
            examples =
                    examples.with(
                            example.name(),
                            example(example.name(), example.summary(), answer, example.status()));
        }
        String history = "/requests/" + ExampleGateway.requestId("slurm");
        String cluster = "/clusters/" + ExampleRequests.CLUSTER;
        examples =
                examples.with("cluster", read("cluster", "A cluster and its request", cluster))
                        .with(
                                "requests",
                                read("requests", "The newest request", "/requests", "limit=1"))
                        .with("request", read("request", "A request that made a cluster", history))
                        .with("policy", read("policy", "The bundled policy", "/policy"))
                        .with("health", read("health", "A gateway that is well", "/health"))
                        .with("misconfigured", misconfigured());
        for (Route route : Route.values()) {
            for (Problem problem : DescribedOperation.of(route).problems()) {
                examples = withProblem(examples, route, problem);
            }
        }
        for (Problem problem : BESIDE_OPERATIONS) {
            examples = withProblem(examples, Route.CREATE_CLUSTER, problem);
        }
        return examples.withAll(ApiGatewayAnswers.examples());
    }

    private JsonObject withProblem(JsonObject examples, Route route, Problem problem) {
        String name = ProblemExamples.name(route, problem);
        ProblemType type = ProblemType.of(problem);
        return examples.get(name).isPresent()
                ? examples
                : examples.with(
                        name,
                        example(name, type.title(), problems.on(route, problem), type.status()));
    }

    private JsonObject read(String name, String summary, String path) {
        return read(name, summary, path, "");
    }

    private JsonObject read(String name, String summary, String path, String query) {
        return example(name, summary, gateway.get(name, path, query), 200);
    }

    private JsonObject misconfigured() {
        var request = ExampleGateway.request("GET", "/health");
        var context = ExampleGateway.context("misconfigured", ExampleGateway.CALLER);
        HttpAnswer answer = new MisconfiguredRouter(version).answer(request, context).answer();
        return example("misconfigured", "A gateway that is not set up", answer, 503);
    }

    private static JsonObject example(String name, String summary, HttpAnswer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException(
                    "the example %s is answered %d, not %d: %s"
                            .formatted(name, answer.status(), status, answer.body()));
        }
        return JsonObject.of("summary", Json.of(summary))
                .with("value", JsonReader.read(answer.body()).orElseThrow());
    }

    /// Responses that belong to no operation, by the problem's name.
    private static JsonObject responses() {
        JsonObject responses = JsonObject.EMPTY;
        for (Problem problem : BESIDE_OPERATIONS) {
            responses =
                    responses.with(
                            problem.id(),
                            Responses.response(
                                    List.of(Responses.problem(Route.CREATE_CLUSTER, problem))));
        }
        return responses;
    }
}
