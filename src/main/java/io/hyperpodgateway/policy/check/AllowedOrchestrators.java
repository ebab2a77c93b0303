package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.text.Excerpt;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The cluster runs on one of these orchestrators. Without `Orchestrator` it runs on Slurm; an
/// unknown one is not allowed.
///
/// @param allowed at least one
public record AllowedOrchestrators(List<Orchestrator> allowed) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "allowedOrchestrators";

    private static final JsonPointer PLACE = JsonPointer.of("Orchestrator");

    public AllowedOrchestrators {
        allowed = List.copyOf(allowed);
    }

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        if (!request.has("Orchestrator"))
            return allowed.contains(Orchestrator.SLURM)
                    ? Stream.empty()
                    : Stream.of(findings.at(PLACE, refusal("slurm, as Orchestrator is left out,")));
        Collection<String> members =
                request.document()
                        .object("Orchestrator")
                        .orElse(JsonObject.EMPTY)
                        .members()
                        .keySet();
        if (members.isEmpty())
            return Stream.of(findings.at(PLACE, refusal("an orchestrator without name")));
        return members.stream()
                .filter(member -> !isAllowed(member))
                .map(member -> findings.at(PLACE.member(member), refusal(Excerpt.value(member))));
    }

    @Override
    public String description() {
        return "the orchestrator is one of: %s (slurm, if Orchestrator is left out)"
                .formatted(ids());
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(
                NAME, JsonArray.ofTexts(allowed.stream().map(Orchestrator::id).toList()));
    }

    private boolean isAllowed(String member) {
        return allowed.stream().anyMatch(one -> one.member().equals(member));
    }

    private String refusal(String orchestrator) {
        return "%s is not allowed; allowed: %s".formatted(orchestrator, ids());
    }

    private String ids() {
        return String.join(", ", allowed.stream().map(Orchestrator::id).toList());
    }
}
