package io.hyperpodgateway.policy.check.cluster;

import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.text.Excerpt;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The cluster runs on one of these orchestrators. Without `Orchestrator` it runs on Slurm; one
/// that nobody knows here is not allowed.
///
/// @param allowed at least one
public record AllowedOrchestrators(List<Orchestrator> allowed) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "allowedOrchestrators";

    private static final String MEMBER = "Orchestrator";
    private static final JsonPointer PLACE = JsonPointer.of(MEMBER);

    public AllowedOrchestrators {
        allowed = List.copyOf(allowed);
    }

    @Override
    public Stream<Violation> check(Asked asked) {
        if (asked.request().document().get(MEMBER).isEmpty())
            return allowed.contains(Orchestrator.SLURM)
                    ? Stream.empty()
                    : Stream.of(refusal(PLACE, "slurm, as Orchestrator is left out,"));
        Collection<String> members =
                asked.request().orchestrator().orElse(JsonObject.EMPTY).members().keySet();
        if (members.isEmpty()) return Stream.of(refusal(PLACE, "an orchestrator without name"));
        return members.stream()
                .filter(member -> !isAllowed(member))
                .map(member -> refusal(PLACE.member(member), Excerpt.value(member)));
    }

    @Override
    public String words() {
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

    private Violation refusal(JsonPointer pointer, String asking) {
        return new Violation(
                pointer, "%s is not allowed; allowed for you: %s".formatted(asking, ids()));
    }

    private String ids() {
        return String.join(", ", allowed.stream().map(Orchestrator::id).toList());
    }
}
