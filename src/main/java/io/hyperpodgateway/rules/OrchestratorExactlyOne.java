package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.Optional;
import java.util.stream.Stream;

/// A cluster has one orchestrator: a document that names both or none says nothing that can be
/// made.
final class OrchestratorExactlyOne implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "orchestrator-exactly-one",
                            "`Orchestrator`, where given, holds exactly one of `Eks` and `Slurm`")
                    .modelled();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.orchestrator().stream()
                .flatMap(orchestrator -> held(orchestrator).stream())
                .map(OrchestratorExactlyOne::finding);
    }

    /// What is wrong with it in words. One of unknown members alone is left to the shape check.
    private static Optional<String> held(JsonObject orchestrator) {
        if (orchestrator.members().isEmpty()) return Optional.of("neither");
        boolean both = orchestrator.get("Eks").isPresent() && orchestrator.get("Slurm").isPresent();
        return both ? Optional.of("both") : Optional.empty();
    }

    private static Finding finding(String held) {
        JsonPointer at = JsonPointer.of("Orchestrator");
        return ID.at(
                at, "%s holds %s of Eks and Slurm, exactly one is allowed".formatted(at, held));
    }
}
