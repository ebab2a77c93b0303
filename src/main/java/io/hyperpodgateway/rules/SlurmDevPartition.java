package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// HyperPod puts every node into a partition `dev` of its own making. Names in other letter case
/// are other partitions.
final class SlurmDevPartition implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "slurm-dev-partition",
                            "no partition is named `dev`, which HyperPod itself makes of all nodes")
                    .documented("dg/sagemaker-hyperpod-ref");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return SlurmNode.of(request).flatMap(SlurmDevPartition::named);
    }

    private static Stream<Finding> named(SlurmNode node) {
        JsonPointer names = node.at("PartitionNames");
        List<Json> items = node.config().items("PartitionNames");
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).text().filter("dev"::equals).isPresent())
                .mapToObj(names::item)
                .map(at ->
                        ID.at(
                                at,
                                "%s is dev, the partition that HyperPod makes of all nodes: choose another name"
                                        .formatted(at)));
    }
}
