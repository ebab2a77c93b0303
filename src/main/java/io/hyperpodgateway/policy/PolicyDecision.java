package io.hyperpodgateway.policy;

import io.hyperpodgateway.finding.Finding;

import java.util.List;

/// What policy says of a request.
///
/// @param shown what the caller sees, in the order of the request: ERROR denies, WARN does not
/// @param audited what only the record has: the findings of `audit` rules, all INFO
/// @param undecided the ids of the rules whose check failed on this request
public record PolicyDecision(List<Finding> shown, List<Finding> audited, List<String> undecided) {

    public PolicyDecision {
        shown = List.copyOf(shown);
        audited = List.copyOf(audited);
        undecided = List.copyOf(undecided);
    }

    /// Whether the request is refused.
    public boolean denied() {
        return shown.stream().anyMatch(Finding::isError);
    }
}
