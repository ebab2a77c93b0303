package io.hyperpodgateway.http;

import static io.hyperpodgateway.admission.outcome.Problem.*;
import static io.hyperpodgateway.http.DescribedAnswer.json;

import io.hyperpodgateway.admission.outcome.Problem;

import java.util.List;

/// The description of a route.
///
/// @param id the name in generated clients
/// @param tag the heading in viewers
/// @param summary what it does, in a few words
/// @param description what else a caller should know (CommonMark)
/// @param parameters names of parameters among the components
/// @param answers the answers that are not problems
/// @param problems the possible problems
record DescribedOperation(
        String id,
        String tag,
        String summary,
        String description,
        List<String> parameters,
        List<DescribedAnswer> answers,
        List<Problem> problems) {

    private static final DescribedAnswer NOT_MODIFIED =
            new DescribedAnswer(
                            304,
                            "what If-None-Match names is still current",
                            "",
                            "",
                            List.of(),
                            List.of(DescribedAnswer.REQUEST_ID))
                    .with("ETag", "Cache-Control");

    DescribedOperation {
        parameters = List.copyOf(parameters);
        answers = List.copyOf(answers);
        problems = List.copyOf(problems);
    }

    static DescribedOperation of(Route route) {
        return switch (route) {
            case CREATE_CLUSTER ->
                    new DescribedOperation(
                            "createCluster",
                            "Clusters",
                            "Create a cluster",
                            """
                            Takes the document of SageMaker's CreateCluster, checks it against AWS's specification
                            and the organisation's policy, creates the cluster and records the request.

                            With the header `Idempotency-Key` it is safe to send a request again, whatever its outcome:
                            there is never a second cluster. A final answer is returned again, with
                            `Idempotency-Replayed: true` and the requestId of the first; 201, `cluster-exists` and
                            `rejected-by-sagemaker` (unless a retry helps) are final, and after any other answer
                            the same key starts a new attempt. Without a key, check before you send a request again. A 5xx
                            without `X-Request-Id` says nothing about the outcome: retry it with its key. A header
                            that is nearly this key or a dry run (`X-Idempotency-Key`, `Client-Token`, `X-Dry-Run`) is
                            400, since to ignore it would create.\
                            """,
                            List.of("dryRun", "idempotencyKey"),
                            List.of(
                                    json(
                                                    201,
                                                    "the cluster is being created",
                                                    "Created",
                                                    "slurm",
                                                    "eks")
                                            .with("Location", "Idempotency-Replayed"),
                                    json(
                                            200,
                                            "a dry run: it would be created",
                                            "WouldCreate",
                                            "dry-run")),
                            List.of(
                                    MALFORMED_REQUEST,
                                    UNIDENTIFIED,
                                    POLICY_DENIED,
                                    CLUSTER_EXISTS,
                                    REQUEST_IN_PROGRESS,
                                    PAYLOAD_TOO_LARGE,
                                    UNSUPPORTED_MEDIA_TYPE,
                                    INVALID_REQUEST,
                                    IDEMPOTENCY_KEY_REUSED,
                                    REJECTED_BY_SAGEMAKER,
                                    RESOURCE_LIMIT_EXCEEDED,
                                    THROTTLED,
                                    INTERNAL,
                                    GATEWAY_MISCONFIGURED,
                                    SAGEMAKER_UNAVAILABLE,
                                    AUDIT_UNAVAILABLE,
                                    OUTCOME_UNKNOWN));
            case DESCRIBE_CLUSTER ->
                    new DescribedOperation(
                            "describeCluster",
                            "Clusters",
                            "Describe a cluster",
                            "DescribeCluster's answer, the request that created the cluster, and its"
                                    + " `state`. Clusters that others created are 404, except for"
                                    + " auditors.",
                            List.of("name"),
                            List.of(json(200, "the cluster", "Cluster", "cluster")),
                            List.of(
                                    MALFORMED_REQUEST,
                                    UNIDENTIFIED,
                                    NOT_FOUND,
                                    THROTTLED,
                                    INTERNAL,
                                    GATEWAY_MISCONFIGURED,
                                    SAGEMAKER_UNAVAILABLE,
                                    AUDIT_UNAVAILABLE));
            case LIST_REQUESTS ->
                    new DescribedOperation(
                            "listRequests",
                            "The record",
                            "List requests",
                            """
                            The requests of the caller, newest first, filtered by the parameters; for auditors those
                            of all callers. Requests of others are omitted, so a list of another principal's is
                            empty.

                            A page is followed by the next while there is a `next`, with the same parameters; `limit`
                            may change. Requests recorded meanwhile shift nothing: no request appears twice, and none of
                            the list is omitted. A page reads a bounded number of
                            events, so with `outcome`, `rule` or `cluster` it may be short, or empty, and have a
                            `next` all the same. A request may take a moment to appear in the list.\
                            """,
                            List.of(
                                    "cluster",
                                    "principal",
                                    "outcome",
                                    "rule",
                                    "from",
                                    "to",
                                    "limit",
                                    "next"),
                            List.of(json(200, "a page of the list", "RequestPage", "requests")),
                            List.of(
                                    MALFORMED_REQUEST,
                                    UNIDENTIFIED,
                                    INTERNAL,
                                    GATEWAY_MISCONFIGURED,
                                    AUDIT_UNAVAILABLE));
            case DESCRIBE_REQUEST ->
                    new DescribedOperation(
                            "describeRequest",
                            "The record",
                            "Describe a request",
                            """
                            All events of a request, and its `state`: the decision, the result of the call, the
                            cluster that it created, the cause, and who has to act next. Requests of others are 404,
                            except for auditors.\
                            """,
                            List.of("requestId"),
                            List.of(json(200, "the request", "RequestHistory", "request")),
                            List.of(
                                    MALFORMED_REQUEST,
                                    UNIDENTIFIED,
                                    NOT_FOUND,
                                    INTERNAL,
                                    GATEWAY_MISCONFIGURED,
                                    AUDIT_UNAVAILABLE));
            case POLICY ->
                    new DescribedOperation(
                            "describePolicy",
                            "The policy",
                            "Describe the policy",
                            "The organisation's policy as it applies to the caller.",
                            List.of(),
                            List.of(json(200, "the policy", "Policy", "policy")),
                            List.of(
                                    MALFORMED_REQUEST,
                                    UNIDENTIFIED,
                                    INTERNAL,
                                    GATEWAY_MISCONFIGURED));
            case PAGE ->
                    document(
                            "getPage",
                            "Read what this is",
                            "A page for browsers: what the gateway is, and where its documents"
                                    + " are.",
                            "text/html; charset=utf-8",
                            "Page",
                            "Content-Security-Policy",
                            "X-Content-Type-Options",
                            "Referrer-Policy");
            case SCHEMA ->
                    document(
                            "getSchema",
                            "Fetch the JSON Schema",
                            "The JSON Schema of the document that `POST /clusters` takes, for"
                                    + " editors.",
                            "application/schema+json",
                            "JsonSchema");
            case OPENAPI ->
                    document(
                            "getOpenApi",
                            "Fetch this description",
                            "This description, for generators and viewers.",
                            "application/json",
                            "OpenApi");
            case HEALTH ->
                    new DescribedOperation(
                            "getHealth",
                            "The gateway itself",
                            "Ask whether it is well",
                            "Versions of the gateway, the policy and AWS's service model, and the"
                                    + " policy's hash.",
                            List.of(),
                            List.of(
                                    json(200, "it is", "Health", "health"),
                                    json(
                                            503,
                                            "a setting or the policy cannot be read",
                                            "Misconfigured",
                                            "misconfigured")),
                            List.of(MALFORMED_REQUEST, INTERNAL));
        };
    }

    private static DescribedOperation document(
            String id,
            String summary,
            String description,
            String type,
            String schema,
            String... headers) {
        var found =
                new DescribedAnswer(
                                200,
                                "the document",
                                type,
                                schema,
                                List.of(),
                                List.of(DescribedAnswer.REQUEST_ID))
                        .with("ETag", "Cache-Control")
                        .with(headers);
        return new DescribedOperation(
                id,
                "The gateway itself",
                summary,
                description,
                List.of("ifNoneMatch"),
                List.of(found, NOT_MODIFIED.with(headers)),
                List.of(MALFORMED_REQUEST, INTERNAL, GATEWAY_MISCONFIGURED));
    }
}
