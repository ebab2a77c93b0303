package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A node bears one taint of a key and effect, whatever its value.
final class TaintsUnique implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "taints-unique",
                            "the pair of `Key` and `Effect` is unique among the taints of a group")
                    .inferred();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.groups().stream().flatMap(TaintsUnique::repeated);
    }

    private static Stream<Finding> repeated(InstanceGroup group) {
        Set<List<String>> seen = new HashSet<>();
        return Taint.of(group)
                .filter(taint -> identity(taint).filter(pair -> !seen.add(pair)).isPresent())
                .map(taint -> finding(taint.pointer()));
    }

    private static Optional<List<String>> identity(Taint taint) {
        return taint.key().flatMap(key -> taint.effect().map(effect -> List.of(key, effect)));
    }

    private static Finding finding(JsonPointer at) {
        return ID.at(at, at + " has Key and Effect of an earlier taint, each pair is allowed once");
    }
}
