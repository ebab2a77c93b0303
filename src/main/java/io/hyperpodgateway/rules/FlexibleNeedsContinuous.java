package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Only continuous provisioning tries one instance type after the other, each once.
final class FlexibleNeedsContinuous implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "flexible-needs-continuous",
                            "`InstanceRequirements` is set on a Continuous cluster only, and lists"
                                    + " no type twice")
                    .documented("dg/sagemaker-hyperpod-scaling-eks");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return Stream.concat(
                notContinuous(request),
                ListedTypes.of(request).flatMap(FlexibleNeedsContinuous::repeated));
    }

    private static Stream<Finding> notContinuous(ClusterRequest request) {
        if (!request.lacksContinuous()) return Stream.empty();
        return ListedTypes.of(request)
                .limit(1)
                .map(types ->
                        ID.at(
                                JsonPointer.of("NodeProvisioningMode"),
                                ContinuousProvisioning.neededBy(request, types.requirements())));
    }

    private static Stream<Finding> repeated(ListedTypes types) {
        List<Integer> repetitions = repetitions(types.items());
        int last = types.items().size() - 1;
        // the last item goes without moving another, to which a later fix may point
        boolean removable = repetitions.equals(List.of(last));
        return repetitions.stream()
                .map(types::item)
                .map(at ->
                        removable
                                ? repeated(at).withFix(new PatchOperation.Remove(at))
                                : repeated(at));
    }

    private static List<Integer> repetitions(List<Json> items) {
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).text().filter(type -> !seen.add(type)).isPresent())
                .boxed()
                .toList();
    }

    private static Finding repeated(JsonPointer at) {
        return ID.at(at, at + " is listed before, each type is allowed once");
    }
}
