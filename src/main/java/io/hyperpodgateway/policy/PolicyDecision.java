package io.hyperpodgateway.policy;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What policy has to say on a request.
///
/// @param shown what the caller is told, in the order of the request: ERROR denies, WARN does not
/// @param audited what only the record is told: the findings of `audit` rules, all INFO
public record PolicyDecision(List<Finding> shown, List<Finding> audited) {

    public PolicyDecision {
        shown = List.copyOf(shown);
        audited = List.copyOf(audited);
    }

    /// Whether the request is refused.
    public boolean denied() {
        return shown.stream().anyMatch(Finding::isError);
    }

    /// The rules of findings on the request as a whole.
    Set<String> onTheWhole() {
        return Stream.concat(shown.stream(), audited.stream())
                .filter(finding -> finding.pointer().equals(JsonPointer.ROOT))
                .map(Finding::rule)
                .collect(Collectors.toUnmodifiableSet());
    }
}
