package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A group that may come to have one of these instance types takes them from a training plan,
/// capacity that was bought ahead. Which plans is `allowedReferences`' to say.
///
/// @param instanceTypes the types that are available in no other way
public record RequiredTrainingPlan(Globs instanceTypes) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "requireTrainingPlan";

    private static final String MEMBER = "TrainingPlanArn";

    public RequiredTrainingPlan {
        Objects.requireNonNull(instanceTypes);
    }

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        return request.groups().stream()
                .filter(group -> !hasTrainingPlan(group) && group.mayHaveType(instanceTypes::match))
                .map(group ->
                        findings.at(
                                group.at(MEMBER),
                                "a training plan is needed for " + instanceTypes.wanted(group)));
    }

    @Override
    public Check filled(UnaryOperator<String> placeholders) {
        return new RequiredTrainingPlan(instanceTypes.filled(placeholders));
    }

    @Override
    public String description() {
        return "groups that may come to have %s name a training plan (TrainingPlanArn)"
                .formatted(instanceTypes);
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, JsonObject.of("instanceTypes", instanceTypes.toJson()));
    }

    private static boolean hasTrainingPlan(InstanceGroup group) {
        return group.section().text(MEMBER).filter(plan -> !plan.isBlank()).isPresent();
    }
}
