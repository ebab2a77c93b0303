package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// With continuous provisioning HyperPod merges into `slurm.conf`, and SageMaker refuses to be told
/// any strategy.
final class ContinuousNoStrategy implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "continuous-no-strategy",
                            "with continuous provisioning on Slurm there is no `SlurmConfigStrategy`")
                    .documented("dg/sagemaker-hyperpod-scaling-slurm");

    private static final JsonPointer AT =
            JsonPointer.of("Orchestrator", "Slurm", "SlurmConfigStrategy");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.isContinuous() || !request.isSlurm()) return Stream.empty();
        return request
                .orchestrator()
                .flatMap(orchestrator -> orchestrator.object("Slurm"))
                .flatMap(slurm -> slurm.text("SlurmConfigStrategy"))
                .map(_ -> superfluous())
                .stream();
    }

    private static Finding superfluous() {
        return ID.at(
                        AT,
                        "%s is set, with NodeProvisioningMode Continuous it must be left out: HyperPod always merges"
                                .formatted(AT))
                .withFix(new PatchOperation.Remove(AT));
    }
}
