package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Why a request failed.
///
/// @param problem which problem it is
/// @param detail what happened, if the findings do not say it
/// @param findings the findings, at most [Findings#MAX]
/// @param about the id of the request that it is about, if not the refused one
/// @param contact whom to ask, as the policy says
/// @param existing the id of the caller's own request that created the cluster with this name
public record Refusal(
        Problem problem,
        Optional<String> detail,
        List<Finding> findings,
        Optional<String> about,
        Optional<String> contact,
        Optional<String> existing) {

    public Refusal {
        Objects.requireNonNull(problem);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(about);
        Objects.requireNonNull(contact);
        Objects.requireNonNull(existing);
        findings = Findings.limit(findings);
    }

    public static Refusal of(Problem problem, List<Finding> findings) {
        return of(problem, Optional.empty(), findings);
    }

    public static Refusal of(Problem problem, String detail) {
        return of(problem, detail, List.of());
    }

    public static Refusal of(Problem problem, String detail, List<Finding> findings) {
        return of(problem, Optional.of(detail), findings);
    }

    /// This refusal, about another request.
    public Refusal about(String requestId) {
        return new Refusal(problem, detail, findings, Optional.of(requestId), contact, existing);
    }

    /// This refusal, of a name that the caller's own request uses.
    public Refusal existing(String requestId) {
        return new Refusal(problem, detail, findings, about, contact, Optional.of(requestId));
    }

    public Refusal contact(Optional<String> whom) {
        return new Refusal(problem, detail, findings, about, whom, existing);
    }

    private static Refusal of(Problem problem, Optional<String> detail, List<Finding> findings) {
        return new Refusal(
                problem, detail, findings, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
