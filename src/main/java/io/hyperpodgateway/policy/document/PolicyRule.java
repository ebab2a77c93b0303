package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.FindingFactory;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One rule of a policy: a check, whom it binds, and what comes of it.
///
/// @param id the operator's name for it, in kebab case
/// @param message the operator's own words, instead of the check's
/// @param help a page to read
public record PolicyRule(
        String id,
        Enforcement enforcement,
        Binding binding,
        Optional<String> message,
        Optional<String> help,
        Check check) {

    public PolicyRule {
        Objects.requireNonNull(id);
        Objects.requireNonNull(enforcement);
        Objects.requireNonNull(binding);
        Objects.requireNonNull(message);
        Objects.requireNonNull(help);
        Objects.requireNonNull(check);
    }

    /// The checks of those rules that deny.
    public static List<Check> denying(List<PolicyRule> rules) {
        return rules.stream()
                .filter(rule -> rule.enforcement == Enforcement.DENY)
                .map(PolicyRule::check)
                .toList();
    }

    boolean binds(Caller caller) {
        return binding.binds(caller);
    }

    /// This rule with its placeholders filled in.
    PolicyRule at(Place place) {
        return new PolicyRule(
                id, enforcement, binding.at(place), message, help, check.filled(place::fill));
    }

    /// What the rule finds, as far as it is [Findings#ENOUGH]. A check that fails is a finding of
    /// the rule's own level: a rule that denies does so too when it cannot be evaluated.
    public Evaluation evaluate(ClusterRequest request) {
        var findings = new FindingFactory(id, enforcement.level(), message, help);
        try {
            return new Evaluation(
                    id, check.check(request, findings).limit(Findings.ENOUGH).toList(), true);
        } catch (RuntimeException e) {
            return new Evaluation(id, List.of(undecided(e)), false);
        }
    }

    /// What a rule says of a request.
    ///
    /// @param rule its id
    /// @param isDecided whether its check came to an end
    public record Evaluation(String rule, List<Finding> findings, boolean isDecided) {

        public Evaluation {
            Objects.requireNonNull(rule);
            findings = List.copyOf(findings);
        }
    }

    private Finding undecided(RuntimeException failure) {
        String reason =
                Optional.ofNullable(failure.getMessage())
                        .orElse(failure.getClass().getSimpleName());
        return new FindingFactory(id, enforcement.level(), Optional.empty(), help)
                .at(JsonPointer.ROOT, "the rule %s could not be decided: %s".formatted(id, reason));
    }

    /// The rule as `GET /policy` shows it.
    JsonObject toJson() {
        return JsonObject.of("id", Json.of(id))
                .with("enforcement", Json.of(enforcement.id()))
                .with("message", message.map(Json::of))
                .with("help", help.map(Json::of))
                .with("words", Json.of(check.description()))
                .with("check", check.toJson())
                .with(
                        "autoScaling",
                        check.allowsAutoScaling()
                                .map(allowed -> Json.of(allowed ? "allow" : "deny")));
    }
}
