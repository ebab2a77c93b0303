package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// The cluster is in a VPC of the organisation's. A group's `OverrideVpcConfig` moves that group
/// into other subnets and does not replace the cluster's own, which it needs. Which subnets and
/// security groups are allowed is `allowedReferences`' to say.
public record RequiredVpc() implements Check {

    /// The name of the check in documents.
    public static final String NAME = "requireVpc";

    private static final String VPC = "VpcConfig";

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        if (request.document().object(VPC).isPresent()) return Stream.empty();
        return Stream.of(
                findings.at(
                        JsonPointer.of(VPC),
                        "the cluster has to be in a VPC: subnets and security groups"));
    }

    @Override
    public String description() {
        return "the cluster is in a VPC (VpcConfig)";
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, Json.of(true));
    }
}
