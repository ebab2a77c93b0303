package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// AWS documents `Managed` as the default on one page and `Merge` on another, and they treat
/// changes by hand differently.
final class SlurmStrategyExplicit implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "slurm-strategy-explicit",
                            "`Orchestrator.Slurm` without continuous provisioning sets `SlurmConfigStrategy`, of which AWS documents two different defaults")
                    .documented("dg/sagemaker-hyperpod-ref");

    private static final JsonPointer AT =
            JsonPointer.of("Orchestrator", "Slurm", "SlurmConfigStrategy");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.lacksContinuous()) return Stream.empty();
        return request
                .orchestrator()
                .flatMap(orchestrator -> orchestrator.object("Slurm"))
                .filter(slurm -> slurm.get("SlurmConfigStrategy").isEmpty())
                .map(_ ->
                        ID.at(
                                AT,
                                "%s is missing, AWS documents both Managed and Merge as its default: set it, unless NodeProvisioningMode becomes Continuous"
                                        .formatted(AT)))
                .stream();
    }
}
