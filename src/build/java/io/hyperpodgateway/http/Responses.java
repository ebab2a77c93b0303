package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The responses of an operation, by status and media type.
final class Responses {

    /// Results of an attempt that are returned again under its key.
    private static final Set<Problem> REPLAYED =
            EnumSet.of(
                    Problem.CLUSTER_EXISTS,
                    Problem.REJECTED_BY_SAGEMAKER,
                    Problem.RESOURCE_LIMIT_EXCEEDED,
                    Problem.THROTTLED,
                    Problem.GATEWAY_MISCONFIGURED,
                    Problem.SAGEMAKER_UNAVAILABLE,
                    Problem.OUTCOME_UNKNOWN);

    private Responses() {}

    static JsonObject of(Route route) {
        var responses = JsonObject.EMPTY;
        for (var status : byStatus(route).entrySet()) {
            responses = responses.with(status.getKey().toString(), response(status.getValue()));
        }
        return responses;
    }

    static DescribedAnswer problem(Route route, Problem problem) {
        ProblemType type = ProblemType.of(problem);
        var headers = new ArrayList<>(List.of(DescribedAnswer.REQUEST_ID));
        if (type.retryAfter().isPresent()) headers.add("Retry-After");
        if (route == Route.CREATE_CLUSTER && REPLAYED.contains(problem))
            headers.add("Idempotency-Replayed");
        if (problem == Problem.UNIDENTIFIED) headers.add("WWW-Authenticate");
        if (problem == Problem.METHOD_NOT_ALLOWED) headers.add("Allow");
        return new DescribedAnswer(
                type.status(),
                "`%s`: %s".formatted(problem.id(), type.title()),
                "application/problem+json",
                problem.id(),
                List.of(ProblemExamples.name(route, problem)),
                headers);
    }

    static JsonObject response(List<DescribedAnswer> answers) {
        String words =
                answers.stream().map(DescribedAnswer::words).collect(Collectors.joining("\n\n"));
        JsonObject headers = JsonObject.EMPTY;
        for (DescribedAnswer answer : answers) {
            for (String header : answer.headers()) {
                headers = headers.with(header, Texts.reference("headers", header));
            }
        }
        JsonObject response = JsonObject.of("description", Json.of(words)).with("headers", headers);
        JsonObject content = content(answers);
        return content.members().isEmpty() ? response : response.with("content", content);
    }

    private static Map<Integer, List<DescribedAnswer>> byStatus(Route route) {
        DescribedOperation operation = DescribedOperation.of(route);
        return Stream.of(
                        operation.answers().stream(),
                        operation.problems().stream().map(problem -> problem(route, problem)),
                        ApiGatewayAnswers.on(route).stream())
                .flatMap(answers -> answers)
                .collect(
                        Collectors.groupingBy(
                                DescribedAnswer::status, TreeMap::new, Collectors.toList()));
    }

    private static JsonObject content(List<DescribedAnswer> answers) {
        var byType = new LinkedHashMap<String, List<DescribedAnswer>>();
        for (DescribedAnswer answer : answers) {
            if (answer.type().isEmpty()) continue;
            byType.computeIfAbsent(answer.type(), _ -> new ArrayList<>()).add(answer);
        }
        JsonObject content = JsonObject.EMPTY;
        for (var type : byType.entrySet()) {
            content = content.with(type.getKey(), mediaType(type.getValue()));
        }
        return content;
    }

    private static JsonObject mediaType(List<DescribedAnswer> answers) {
        JsonObject examples = JsonObject.EMPTY;
        for (DescribedAnswer answer : answers) {
            for (String example : answer.examples()) {
                examples = examples.with(example, Texts.reference("examples", example));
            }
        }
        JsonObject mediaType = JsonObject.of("schema", schema(answers));
        return examples.members().isEmpty() ? mediaType : mediaType.with("examples", examples);
    }

    private static JsonObject schema(List<DescribedAnswer> answers) {
        List<Json> schemas =
                answers.stream()
                        .<Json>map(answer -> Texts.reference("schemas", answer.schema()))
                        .toList();
        return schemas.size() == 1
                ? (JsonObject) schemas.getFirst()
                : JsonObject.of("oneOf", new JsonArray(schemas));
    }
}
