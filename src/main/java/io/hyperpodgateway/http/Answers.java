package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.ReadAccess.ClusterView;
import io.hyperpodgateway.admission.ReadAccess.RequestView;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Outcome.Created;
import io.hyperpodgateway.admission.outcome.Outcome.Refused;
import io.hyperpodgateway.admission.outcome.Outcome.WouldCreate;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.admission.reading.RequestPage;
import io.hyperpodgateway.admission.reading.RequestState;
import io.hyperpodgateway.audit.RequestHistory;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;

/// Writes answers, and is the only place that maps outcomes to status codes.
public final class Answers {

    private static final String TYPE_PREFIX = "urn:hyperpod-gateway:problem:";

    /// A header of answers to an earlier request under the same key.
    static final String REPLAYED = "Idempotency-Replayed";

    private Answers() {}

    public static int status(Outcome outcome) {
        return switch (outcome) {
            case Created _ -> 201;
            case WouldCreate _ -> 200;
            case Refused(var refusal) -> ProblemType.of(refusal.problem()).status();
        };
    }

    static String typeOf(Problem problem) {
        return TYPE_PREFIX + problem.id();
    }

    static HttpAnswer of(Conclusion conclusion) {
        HttpAnswer answer = of(conclusion.outcome(), conclusion.context().requestId());
        return conclusion.replayed() ? answer.with(REPLAYED, "true") : answer;
    }

    private static HttpAnswer of(Outcome outcome, String requestId) {
        return switch (outcome) {
            case Created(var name, var arn, var warnings) ->
                    HttpAnswer.json(
                                    201,
                                    JsonObject.of("ClusterArn", Json.of(arn))
                                            .with("requestId", Json.of(requestId))
                                            .with("instance", Json.of(instance(requestId)))
                                            .with("warnings", Findings.toJson(warnings)))
                            .with("Location", "/clusters/" + name);
            case WouldCreate(var effective, var cost, var warnings) ->
                    HttpAnswer.json(
                            200,
                            JsonObject.of("wouldCreate", Json.of(true))
                                    .with("requestId", Json.of(requestId))
                                    .with("effectiveRequest", effective)
                                    .with("hourlyCost", cost)
                                    .with("warnings", Findings.toJson(warnings)));
            case Refused(var refusal) -> refusedCreation(refusal, requestId);
        };
    }

    /// A problem on a route that records nothing.
    static HttpAnswer problem(Refusal refusal, String requestId) {
        return problem(refusal, document(refusal, requestId));
    }

    static HttpAnswer page(RequestPage page) {
        return HttpAnswer.json(
                200,
                JsonObject.of("requests", new JsonArray(List.copyOf(page.requests())))
                        .with("next", page.next().map(Json::of)));
    }

    /// A request's history and state, without the documents of all intents but the last. Findings
    /// of `audit` rules are for auditors only.
    static HttpAnswer request(RequestView view) {
        return HttpAnswer.json(200, HistoryDocument.of(view));
    }

    /// A cluster, the request that created it and that request's state.
    static HttpAnswer cluster(ClusterView view) {
        JsonObject body =
                JsonObject.of("cluster", view.cluster().description())
                        .with("request", view.request().map(RequestHistory::summary))
                        .with("state", view.state().map(RequestState::toJson));
        return HttpAnswer.json(200, body);
    }

    /// A problem on that route; a problem with creating a cluster names its request.
    static HttpAnswer problem(Route route, Refusal refusal, String requestId) {
        return route == Route.CREATE_CLUSTER
                ? refusedCreation(refusal, requestId)
                : problem(refusal, requestId);
    }

    private static HttpAnswer refusedCreation(Refusal refusal, String requestId) {
        String instance = instance(refusal.about().orElse(requestId));
        JsonObject document =
                document(refusal, requestId)
                        .with("instance", Json.of(instance))
                        .with("existing", refusal.existing().map(Answers::instance).map(Json::of));
        return problem(refusal, document);
    }

    /// The path of the request's record.
    private static String instance(String requestId) {
        return "/requests/" + requestId;
    }

    private static HttpAnswer problem(Refusal refusal, JsonObject document) {
        ProblemType type = ProblemType.of(refusal.problem());
        HttpAnswer answer = HttpAnswer.problem(type.status(), document);
        if (type.status() == 401)
            answer = answer.with("WWW-Authenticate", "AWS4-HMAC-SHA256, Bearer");
        return type.retryAfter().isPresent()
                ? answer.with("Retry-After", type.retryAfter().get().toString())
                : answer;
    }

    private static JsonObject document(Refusal refusal, String requestId) {
        ProblemType type = ProblemType.of(refusal.problem());
        return JsonObject.of("type", Json.of(typeOf(refusal.problem())))
                .with("title", Json.of(type.title()))
                .with("status", Json.of(type.status()))
                .with(
                        "detail",
                        Json.of(refusal.detail().orElseGet(() -> detail(type, refusal.findings()))))
                .with("requestId", Json.of(requestId))
                .with("contact", refusal.contact().map(Json::of))
                .with("findings", Findings.toJson(refusal.findings()));
    }

    /// Sums up the findings in one sentence: SageMaker's message if there is one, otherwise their
    /// number and the first.
    private static String detail(ProblemType type, List<Finding> findings) {
        var spoken =
                findings.stream()
                        .filter(finding -> finding.source() == Source.SAGEMAKER)
                        .findFirst();
        if (spoken.isPresent()) return spoken.get().message();
        var errors = findings.stream().filter(Finding::isError).toList();
        if (errors.isEmpty()) return type.title();
        String first = errors.getFirst().message();
        if (errors.size() == 1) return first;
        String count = Findings.areAll(findings) ? "" : "more than ";
        return "%s%d things are wrong, the first: %s".formatted(count, errors.size(), first);
    }
}
