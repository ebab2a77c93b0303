package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// The accounting database is reached from the cluster's subnets. Which database lies open to the
/// world cannot be seen here, hence a warning.
final class AccountingNeedsVpc implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "accounting-needs-vpc",
                            "a private accounting database is reached only with `VpcConfig`")
                    .modelled();

    private static final JsonPointer AT = JsonPointer.of("VpcConfig");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!AccountingDatabase.isIn(request) || request.hasVpcConfig()) return Stream.empty();
        return Stream.of(
                ID.at(
                        AT,
                        "%s is missing, without it no private /Orchestrator/Slurm/AccountingDatabase is reached"
                                .formatted(AT)));
    }
}
