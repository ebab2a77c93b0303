package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.admission.outcome.Translation;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.http.ExampleRequests.BodyExample;
import io.hyperpodgateway.identity.Unidentified;
import io.hyperpodgateway.json.JsonPointer;

import java.util.List;
import java.util.Map;

/// An example of every problem: the real answer to a request if one can cause it, otherwise an
/// answer from the code that writes it.
final class ProblemExamples {

    private static final String OF_READING = "-on-reading";
    private static final Unidentified NOBODY =
            new Unidentified(
                    "the request carries no identity: sign it with AWS credentials (SigV4), or bring a token");

    private final ExampleGateway gateway;

    ProblemExamples(ExampleGateway gateway) {
        this.gateway = gateway;
    }

    /// The name of the example of a problem on a route.
    static String name(Route route, Problem problem) {
        boolean differs = route != Route.CREATE_CLUSTER && problem != Problem.NOT_FOUND;
        return problem.id() + (differs ? OF_READING : "");
    }

    HttpAnswer on(Route route, Problem problem) {
        return route == Route.CREATE_CLUSTER || problem == Problem.NOT_FOUND
                ? of(problem)
                : ofReading(problem);
    }

    /// The problem, on `POST /clusters` if that can have it.
    HttpAnswer of(Problem problem) {
        return switch (problem) {
            case MALFORMED_REQUEST ->
                    gateway.post(
                            problem.id(), "dryrun=true", ExampleRequests.named("slurm").body());
            case UNIDENTIFIED -> send(problem, "application/json", "{}");
            case POLICY_DENIED, INVALID_REQUEST -> posted(ExampleRequests.named(problem.id()));
            case NOT_FOUND -> gateway.get(problem.id(), "/clusters/another-teams", "");
            case METHOD_NOT_ALLOWED ->
                    gateway.send(
                            problem.id(),
                            "DELETE",
                            "/clusters/vision",
                            "",
                            ExampleGateway.CALLER,
                            Map.of(),
                            "");
            case PAYLOAD_TOO_LARGE ->
                    gateway.post(problem.id(), "", " ".repeat(Router.MAX_BODY + 1));
            case UNSUPPORTED_MEDIA_TYPE -> send(problem, "application/yaml", "ClusterName: vision");
            case CLUSTER_EXISTS ->
                    answer(
                            Route.CREATE_CLUSTER,
                            problem.id(),
                            Refusal.of(
                                    problem,
                                    List.of(
                                            Translation.NAME_TAKEN.finding(
                                                    "Cluster with name vision-slurm already exists"))));
            case REJECTED_BY_SAGEMAKER ->
                    found(
                            problem,
                            "insufficient-capacity",
                            JsonPointer.ROOT,
                            "AWS has too few instances of a requested type at the moment; retry later, or ask"
                                    + " for another type or Availability Zone; SageMaker said: insufficient"
                                    + " capacity");
            case RESOURCE_LIMIT_EXCEEDED ->
                    found(
                            problem,
                            "quota-exceeded",
                            JsonPointer.ROOT,
                            "a quota of the AWS account does not allow this many instances; ask for fewer, or"
                                    + " let the account's operator ask for more in Service Quotas; SageMaker"
                                    + " said: The account-level service limit is 4 Instances");
            case THROTTLED -> plain(problem, "nothing was created: SageMaker said: Rate exceeded");
            case SAGEMAKER_UNAVAILABLE ->
                    plain(
                            problem,
                            "nothing was created: too little time was left to call SageMaker, so it was"
                                    + " not called");
            case GATEWAY_MISCONFIGURED ->
                    answer(
                            problem,
                            "a setting or the policy cannot be read; its operator finds the mistakes in the"
                                    + " log");
            case INTERNAL ->
                    answer(problem, "the gateway failed; report the requestId to its operator");
            case AUDIT_UNAVAILABLE ->
                    answer(
                            problem,
                            "the intent could not be recorded, so this call created nothing");
            case OUTCOME_UNKNOWN ->
                    answer(
                            problem,
                            "SageMaker was called and may have created the cluster, but its answer is"
                                    + " unusable (the connection was lost); do not send the request again,"
                                    + " follow instance");
            case REQUEST_IN_PROGRESS ->
                    answer(
                            Route.CREATE_CLUSTER,
                            problem.id(),
                            Refusal.of(
                                            problem,
                                            "the request under this key is in progress; send it again a little later"
                                                    + " with the same key, or follow instance")
                                    .about(ExampleGateway.requestId("in-progress")));
            case IDEMPOTENCY_KEY_REUSED -> reused(problem);
        };
    }

    private HttpAnswer ofReading(Problem problem) {
        String example = problem.id() + OF_READING;
        if (problem == Problem.MALFORMED_REQUEST)
            return gateway.get(example, "/policy", "verbose=true");
        if (problem == Problem.UNIDENTIFIED)
            return gateway.send(example, "GET", "/policy", "", NOBODY, Map.of(), "");
        String words =
                switch (problem) {
                    case AUDIT_UNAVAILABLE -> "the record could not be read";
                    case THROTTLED, SAGEMAKER_UNAVAILABLE ->
                            "the cluster could not be looked up in SageMaker";
                    case GATEWAY_MISCONFIGURED ->
                            "a setting or the policy cannot be read; its operator finds the mistakes in the"
                                    + " log";
                    case INTERNAL -> "the gateway failed; report the requestId to its operator";
                    default -> throw new IllegalArgumentException("no reading ends so: " + problem);
                };
        return answer(Route.POLICY, example, Refusal.of(problem, words));
    }

    private HttpAnswer posted(BodyExample example) {
        return gateway.post(example.name(), example.query(), example.body());
    }

    private HttpAnswer reused(Problem problem) {
        String first = ExampleRequests.named("eks").body();
        sendUnderKey(problem.id() + "-first", first);
        return sendUnderKey(problem.id(), first.replace("\"vision-eks\"", "\"vision-other\""));
    }

    private HttpAnswer sendUnderKey(String example, String body) {
        return gateway.send(
                example,
                "POST",
                "/clusters",
                "",
                ExampleGateway.CALLER,
                Map.of("Content-Type", "application/json", "Idempotency-Key", "6f1d0c9e"),
                body);
    }

    private HttpAnswer send(Problem problem, String type, String body) {
        var caller = problem == Problem.UNIDENTIFIED ? NOBODY : ExampleGateway.CALLER;
        return gateway.send(
                problem.id(), "POST", "/clusters", "", caller, Map.of("Content-Type", type), body);
    }

    private static HttpAnswer plain(Problem problem, String words) {
        return found(problem, problem.id(), JsonPointer.ROOT, words);
    }

    private static HttpAnswer found(
            Problem problem, String rule, JsonPointer pointer, String words) {
        var finding = Finding.of(Source.SAGEMAKER, rule, Level.ERROR, pointer, words);
        return answer(Route.CREATE_CLUSTER, problem.id(), Refusal.of(problem, List.of(finding)));
    }

    private static HttpAnswer answer(Problem problem, String words) {
        return answer(Route.CREATE_CLUSTER, problem.id(), Refusal.of(problem, words));
    }

    private static HttpAnswer answer(Route route, String example, Refusal refusal) {
        var context = ExampleGateway.context(example, ExampleGateway.CALLER);
        return LoggedAnswer.refused(route, context, refusal).answer();
    }
}
