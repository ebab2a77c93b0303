package io.hyperpodgateway.template;

import java.util.List;
import java.util.Set;

/// What the template and the code must agree on.
final class Agreed {

    static final String HANDLER = "io.hyperpodgateway.lambda.GatewayHandler";

    /// Routes that want no identity.
    static final Set<String> OPEN_ROUTES = Set.of("GET /health");

    /// Routes that want one.
    static final Set<String> IDENTIFIED_ROUTES =
            Set.of(
                    "POST /clusters",
                    "GET /clusters/{name}",
                    "GET /requests/{requestId}",
                    "GET /policy");

    /// The environment variables that the gateway reads when it is deployed, less `AWS_REGION`,
    /// which Lambda sets and a template may not.
    static final Set<String> SETTINGS =
            Set.of(
                    "GATEWAY_NAME",
                    "AUDIT_TABLE",
                    "OPEN_TABLE",
                    "POLICY_SOURCE",
                    "UNKNOWN_INSTANCE_TYPES",
                    "AWS_ENDPOINT_URL_SAGEMAKER",
                    "AWS_ENDPOINT_URL_DYNAMODB");

    /// What a list of requests tells of each.
    static final List<String> LISTED =
            List.of(
                    "requestId",
                    "type",
                    "at",
                    "principal",
                    "clusterName",
                    "outcome",
                    "httpStatus",
                    "clusterArn");

    private Agreed() {}
}
