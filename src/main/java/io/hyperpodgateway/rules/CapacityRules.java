package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.error;
import static io.hyperpodgateway.rules.RuleId.warn;

import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Section;
import io.hyperpodgateway.request.Section.Text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules on what instances a group has and how many.
final class CapacityRules {

    private static final String MODE = "/NodeProvisioningMode";
    private static final String MINIMUM = "MinInstanceCount";
    private static final String TYPE = "InstanceType";
    private static final String REQUIREMENTS = "InstanceRequirements";
    private static final String TYPES = "InstanceTypes";
    private static final String CAPACITY = "CapacityRequirements";
    private static final String SPOT = "Spot";

    private CapacityRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(
                minCount(),
                typeOrRequirements(),
                flexibleNeedsContinuous(),
                flexibleEks(),
                spotNeedsContinuous(),
                capacityOneOf());
    }

    // Only continuous provisioning launches the other instances once a group has its minimum.
    private static Rule minCount() {
        return rule(error(
                                "min-count",
                                "`MinInstanceCount` is at most `InstanceCount`, and is set on a"
                                        + " Continuous cluster only")
                        .documented("dg/sagemaker-hyperpod-scaling-eks"))
                .when(ClusterRequest::lacksContinuous)
                .each(ClusterRequest::instanceGroups)
                .when(group -> group.has(MINIMUM))
                .first()
                .at(MODE)
                .says((request, group) ->
                        ContinuousProvisioning.neededBy(request, group.at(MINIMUM)))
                .also(row ->
                        row.each(ClusterRequest::instanceGroups)
                                .when(CapacityRules::hasMinimumOverCount)
                                .at(group -> group.at(MINIMUM))
                                .says(group ->
                                        Phrase.of(
                                                "is ",
                                                group.section().integer(MINIMUM).orElseThrow(),
                                                ", at most the group's InstanceCount is allowed: ",
                                                group.writtenInstanceCount().orElseThrow())));
    }

    private static boolean hasMinimumOverCount(InstanceGroup group) {
        long count = group.writtenInstanceCount().orElse(Long.MAX_VALUE);
        return group.section().integer(MINIMUM).filter(minimum -> minimum > count).isPresent();
    }

    // Restricted groups have no requirements: there the shape check asks for the type.
    private static Rule typeOrRequirements() {
        return rule(error(
                                "type-or-requirements",
                                "a group of `InstanceGroups` has exactly one of `InstanceType` and `InstanceRequirements`")
                        .modelled())
                .each(ClusterRequest::instanceGroups)
                .when(group -> group.has(TYPE) && group.has(REQUIREMENTS))
                .at(group -> group.at(REQUIREMENTS))
                .says("is set beside InstanceType, one of the two is allowed")
                .also(row ->
                        row.each(ClusterRequest::instanceGroups)
                                .when(group -> !group.has(TYPE) && !group.has(REQUIREMENTS))
                                .at(group -> group.at(TYPE))
                                .says("is missing, it or InstanceRequirements is required"));
    }

    // Only continuous provisioning tries one instance type after the other, each once.
    private static Rule flexibleNeedsContinuous() {
        return rule(error(
                                "flexible-needs-continuous",
                                "`InstanceRequirements` is set on a Continuous cluster only, and lists"
                                        + " no type twice")
                        .documented("dg/sagemaker-hyperpod-scaling-eks"))
                .when(ClusterRequest::lacksContinuous)
                .eachOf(CapacityRules::requirements)
                .first()
                .at(MODE)
                .says((request, requirements) ->
                        ContinuousProvisioning.neededBy(request, requirements.pointer()))
                .also(row ->
                        row.eachOf(CapacityRules::requirements)
                                .eachOf(CapacityRules::repeatedTypes)
                                .at(RepeatedType::pointer)
                                .fixByRemoval(RepeatedType::isLastItem)
                                .says("is listed before, each type is allowed once"));
    }

    private static Stream<Section> requirements(ClusterRequest request) {
        return request.instanceGroups().stream()
                .flatMap(group -> group.section(REQUIREMENTS).stream());
    }

    /// An instance type that is listed before.
    ///
    /// @param isLastItem whether it is the only one and the last item: to remove it then moves no
    ///   other item to which a later fix may point
    private record RepeatedType(JsonPointer pointer, boolean isLastItem) {}

    private static Stream<RepeatedType> repeatedTypes(Section requirements) {
        List<JsonPointer> repeated =
                Row.repeated(requirements.texts(TYPES), (Text type) -> Optional.of(type.value()))
                        .map(Text::pointer)
                        .toList();
        int last = requirements.count(TYPES) - 1;
        return repeated.stream()
                .map(type ->
                        new RepeatedType(
                                type,
                                repeated.size() == 1
                                        && type.equals(requirements.at(TYPES).item(last))));
    }

    // SageMaker refuses flexible groups on Slurm clusters, though no page says so.
    private static Rule flexibleEks() {
        return rule(warn("flexible-eks", "`InstanceRequirements` is for EKS clusters only")
                        .observed())
                .when(ClusterRequest::lacksEks)
                .eachOf(CapacityRules::requirements)
                .at(Section::pointer)
                .says("is on a Slurm cluster, where SageMaker is known to refuse it");
    }

    // Only continuous provisioning replaces the instances that Spot takes back.
    private static Rule spotNeedsContinuous() {
        return rule(error(
                                "spot-needs-continuous",
                                "`CapacityRequirements.Spot` is set on a Continuous cluster only")
                        .documented("dg/sagemaker-hyperpod-spot"))
                .when(ClusterRequest::lacksContinuous)
                .eachOf(CapacityRules::capacities)
                .when(capacity -> capacity.has(SPOT))
                .first()
                .at(MODE)
                .says((request, capacity) ->
                        ContinuousProvisioning.neededBy(request, capacity.at(SPOT)));
    }

    // One of unknown members alone is left to the shape check.
    private static Rule capacityOneOf() {
        return rule(warn(
                                "capacity-one-of",
                                "`CapacityRequirements`, where given, holds exactly one of `Spot` and `OnDemand`")
                        .inferred())
                .eachOf(CapacityRules::capacities)
                .when(capacity -> isEmpty(capacity) || isBoth(capacity))
                .at(Section::pointer)
                .says(capacity ->
                        Phrase.of(
                                "holds ",
                                isEmpty(capacity) ? "neither" : "both",
                                " of Spot and OnDemand, one is allowed"));
    }

    private static Stream<Section> capacities(ClusterRequest request) {
        return request.instanceGroups().stream().flatMap(group -> group.section(CAPACITY).stream());
    }

    private static boolean isEmpty(Section capacity) {
        return capacity.json().members().isEmpty();
    }

    private static boolean isBoth(Section capacity) {
        return capacity.has(SPOT) && capacity.has("OnDemand");
    }
}
