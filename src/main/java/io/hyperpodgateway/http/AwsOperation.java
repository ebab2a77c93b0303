package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.http.Routing.FoundRoute;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;
import java.util.Optional;

/// An operation of SageMaker's own API, which an AWS CLI or SDK sends if this address is its
/// endpoint: `POST /` with `X-Amz-Target`. No operation is executed; the answer names the route to
/// use, in AWS's error format.
///
/// @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html">the protocol</a>
final class AwsOperation {

    /// The code that AWS services return for an unknown operation.
    private static final String CODE = "UnknownOperationException";

    private static final int STATUS = 404;

    private AwsOperation() {}

    /// The operation of a request, if it is one of these.
    static Optional<String> target(HttpRequest request) {
        boolean toRoot =
                request.method().equals("POST")
                        && Routing.of(Route.PAGE.method(), request.path())
                                instanceof FoundRoute(var route, _)
                        && route == Route.PAGE;
        return toRoot
                ? request.headers().get("X-Amz-Target").filter(target -> !target.isBlank())
                : Optional.empty();
    }

    static LoggedAnswer refused(String target, RequestContext context) {
        JsonObject body =
                JsonObject.of("__type", Json.of(CODE))
                        .with("message", Json.of("nothing was done: " + advice(target)));
        HttpAnswer answer =
                HttpAnswer.awsError(STATUS, body).with("x-amzn-RequestId", context.requestId());
        return new LoggedAnswer(answer, context, "none", Problem.NOT_FOUND.id(), List.of());
    }

    private static String advice(String target) {
        return switch (target) {
            case "SageMaker.CreateCluster" ->
                    "this is HyperPod Gateway, which takes the same document at POST /clusters:"
                            + " curl -i ADDRESS/clusters -H 'Content-Type: application/json'"
                            + " --data-binary @cluster.json, where ADDRESS is the address of this endpoint";
            case "SageMaker.DescribeCluster" ->
                    "this is HyperPod Gateway, which shows a cluster at GET"
                            + " /clusters/{ClusterName}";
            case "SageMaker.ListClusters" ->
                    "this is HyperPod Gateway, which lists the requests for clusters at GET"
                            + " /requests";
            default ->
                    "this is HyperPod Gateway, which creates clusters at POST /clusters and has no"
                            + " such operation; send it to AWS's own endpoint";
        };
    }
}
