package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Section.Text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    private static final String MEMBER = "OnStartDeepHealthChecks";

    public RequiredDeepHealthChecks {
        Objects.requireNonNull(instanceTypes);
        checks = List.copyOf(checks);
    }

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        return request.groups().stream()
                .filter(group -> group.mayHaveType(instanceTypes::match))
                .flatMap(group ->
                        refusal(group)
                                .map(sentence -> findings.at(group.at(MEMBER), sentence))
                                .stream());
    }

    @Override
    public Check filled(UnaryOperator<String> placeholders) {
        return new RequiredDeepHealthChecks(instanceTypes.filled(placeholders), checks);
    }

    @Override
    public String description() {
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

    private Optional<String> refusal(InstanceGroup group) {
        List<String> configured = group.section().texts(MEMBER).stream().map(Text::value).toList();
        List<String> missing = checks.stream().filter(one -> !configured.contains(one)).toList();
        if (missing.isEmpty()) return Optional.empty();
        return Optional.of(
                "deep health checks are missing: %s; needed for %s"
                        .formatted(String.join(", ", missing), instanceTypes.wanted(group)));
    }
}
