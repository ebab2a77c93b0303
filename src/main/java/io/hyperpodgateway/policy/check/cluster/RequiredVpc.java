package io.hyperpodgateway.policy.check.cluster;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;

import java.util.stream.Stream;

/// The cluster stands in a VPC of the organisation's. A group's `OverrideVpcConfig` moves that
/// group into other subnets and does not stand in for the cluster's own, which it needs. Which
/// subnets and security groups is `allowedReferences`' to say.
public record RequiredVpc() implements Check {

    /// The name of the check in documents.
    public static final String NAME = "requireVpc";

    private static final String VPC = "VpcConfig";

    @Override
    public Stream<Violation> check(Asked asked) {
        if (asked.request().document().object(VPC).isPresent()) return Stream.empty();
        return Stream.of(
                new Violation(
                        JsonPointer.of(VPC),
                        "the cluster has to stand in a VPC: subnets and security groups"));
    }

    @Override
    public String words() {
        return "the cluster stands in a VPC (VpcConfig)";
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, Json.of(true));
    }
}
