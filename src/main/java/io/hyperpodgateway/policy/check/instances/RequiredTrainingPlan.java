package io.hyperpodgateway.policy.check.instances;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedGroup;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.text.Excerpt;

import java.util.ArrayList;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A group that may come to have one of these instance types takes them from a training plan,
/// capacity that was bought ahead. Which plans is `allowedReferences`' to say.
///
/// @param instanceTypes the types that are had in no other way
public record RequiredTrainingPlan(Globs instanceTypes) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "requireTrainingPlan";

    public RequiredTrainingPlan {
        Objects.requireNonNull(instanceTypes);
    }

    @Override
    public Stream<Violation> check(Asked asked) {
        var found = new ArrayList<Violation>();
        for (AskedGroup group : asked.groups()) {
            if (!group.hasTrainingPlan() && group.mayHave(instanceTypes)) found.add(refusal(group));
        }
        return found.stream();
    }

    @Override
    public Check filled(UnaryOperator<String> placeholders) {
        return new RequiredTrainingPlan(instanceTypes.filled(placeholders));
    }

    @Override
    public String words() {
        return "groups that may come to have %s name a training plan (TrainingPlanArn)"
                .formatted(instanceTypes);
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, JsonObject.of("instanceTypes", instanceTypes.toJson()));
    }

    private Violation refusal(AskedGroup group) {
        return new Violation(
                group.at("TrainingPlanArn"),
                "a training plan is needed for " + Excerpt.list(group.wanted(instanceTypes)));
    }
}
