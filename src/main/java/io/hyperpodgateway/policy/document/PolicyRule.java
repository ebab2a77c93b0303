package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.policy.check.instances.MaxInstances;
import io.hyperpodgateway.policy.cost.MaxHourlyCost;
import io.hyperpodgateway.policy.match.Place;

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

    /// Whether it refuses what does not hold.
    public boolean denies() {
        return enforcement == Enforcement.DENY;
    }

    boolean binds(Caller caller) {
        return binding.binds(caller);
    }

    /// This rule with its placeholders filled in.
    PolicyRule at(Place place) {
        return new PolicyRule(
                id, enforcement, binding.at(place), message, help, check.filled(place::fill));
    }

    /// Everything that is not as the rule demands, as far as it is [Findings#ENOUGH]. A check that
    /// fails is a finding of the rule's own level: a rule that denies does so too when it cannot
    /// decide.
    public List<Finding> judge(Asked asked) {
        try {
            return check.check(asked).limit(Findings.ENOUGH).map(this::finding).toList();
        } catch (RuntimeException e) {
            return List.of(undecided(e));
        }
    }

    /// Whether the check fails on what is asked for: whether [#judge] tells no more than that.
    public boolean fails(Asked asked) {
        try {
            check.check(asked).forEach(_ -> {});
            return false;
        } catch (RuntimeException _) {
            return true;
        }
    }

    /// The rule as `GET /policy` shows it.
    JsonObject toJson() {
        return JsonObject.of("id", Json.of(id))
                .with("enforcement", Json.of(enforcement.id()))
                .with("message", message.map(Json::of))
                .with("help", help.map(Json::of))
                .with("words", Json.of(check.words()))
                .with("check", check.toJson())
                .with("autoScaling", autoScaling().map(Json::of));
    }

    private Optional<String> autoScaling() {
        return switch (check) {
            case MaxInstances limits -> Optional.of(word(limits.autoScaling()));
            case MaxHourlyCost limit -> Optional.of(word(limit.autoScaling()));
            default -> Optional.empty();
        };
    }

    private static String word(boolean allowed) {
        return allowed ? "allow" : "deny";
    }

    private Finding finding(Violation violation) {
        var finding = finding(violation.pointer(), message.orElse(violation.message()));
        return finding.withFix(violation.fix());
    }

    private Finding undecided(RuntimeException failure) {
        return finding(
                JsonPointer.ROOT,
                "the rule %s could not be decided: %s".formatted(id, reason(failure)));
    }

    private static String reason(RuntimeException failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
    }

    private Finding finding(JsonPointer pointer, String words) {
        var finding = Finding.of(Source.POLICY, id, enforcement.level(), pointer, words);
        return help.map(finding::withHelp).orElse(finding);
    }
}
