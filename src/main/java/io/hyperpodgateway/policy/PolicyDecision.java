package io.hyperpodgateway.policy;

import io.hyperpodgateway.spec.Finding;

import java.util.List;

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
}
