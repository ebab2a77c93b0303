package io.hyperpodgateway.policy.check.instances;

import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedGroup;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.text.Excerpt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A group that may come to have one of these instance types puts its instances through these deep
/// health checks before they work; more will do no harm.
///
/// It offers no fix: a group with taints of its own would have to lose them, and a list that
/// another rule mends too would not be what either wants.
///
/// @param instanceTypes the types that are to be checked
/// @param checks the checks, by AWS's names, at least one
public record RequiredDeepHealthChecks(Globs instanceTypes, List<String> checks) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "requiredDeepHealthChecks";

    /// Every deep health check that there is.
    public static final List<String> KNOWN =
            List.of("InstanceStress", "InstanceConnectivity", "MultiNodeTrainingValidation");

    public RequiredDeepHealthChecks {
        Objects.requireNonNull(instanceTypes);
        checks = List.copyOf(checks);
    }

    @Override
    public Stream<Violation> check(Asked asked) {
        var found = new ArrayList<Violation>();
        for (AskedGroup group : asked.groups()) {
            boolean runs = group.deepHealthChecks().containsAll(checks);
            if (!runs && group.mayHave(instanceTypes)) found.add(refusal(group));
        }
        return found.stream();
    }

    @Override
    public Check filled(UnaryOperator<String> placeholders) {
        return new RequiredDeepHealthChecks(instanceTypes.filled(placeholders), checks);
    }

    @Override
    public String words() {
        return "groups that may come to have %s run the deep health checks %s on start"
                .formatted(instanceTypes, String.join(", ", checks));
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(
                NAME,
                JsonObject.of("instanceTypes", instanceTypes.toJson())
                        .with("checks", JsonArray.ofTexts(checks)));
    }

    private Violation refusal(AskedGroup group) {
        List<String> missing =
                checks.stream().filter(check -> !group.deepHealthChecks().contains(check)).toList();
        return new Violation(
                group.at("OnStartDeepHealthChecks"),
                "deep health checks are missing: %s; needed for %s"
                        .formatted(
                                String.join(", ", missing),
                                Excerpt.list(group.wanted(instanceTypes))));
    }
}
