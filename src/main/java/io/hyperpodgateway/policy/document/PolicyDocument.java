package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.policy.check.Globs;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.policy.check.Prices;
import io.hyperpodgateway.policy.defaults.Additions;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a policy document says.
///
/// @param contact whom to ask, in every denial
/// @param prices what instances cost, by the operator's figures
/// @param additions what it adds to requests
/// @param warnings what is worth a second look in it, though it can be read; in its order
public record PolicyDocument(
        String version,
        Optional<String> contact,
        Globs auditors,
        Prices prices,
        Additions additions,
        List<PolicyRule> rules,
        List<Mistake> warnings) {

    public PolicyDocument {
        Objects.requireNonNull(version);
        Objects.requireNonNull(contact);
        Objects.requireNonNull(auditors);
        Objects.requireNonNull(prices);
        Objects.requireNonNull(additions);
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /// The same with these warnings.
    PolicyDocument withWarnings(List<Mistake> found) {
        return new PolicyDocument(version, contact, auditors, prices, additions, rules, found);
    }

    /// The same with its placeholders filled in.
    public PolicyDocument at(Place place) {
        return new PolicyDocument(
                version,
                contact,
                auditors.filled(place::fill),
                prices,
                additions,
                rules.stream().map(policyRule -> policyRule.at(place)).toList(),
                warnings);
    }

    /// The rules that bind the caller.
    public List<PolicyRule> binding(Caller caller) {
        return rules.stream().filter(policyRule -> policyRule.binds(caller)).toList();
    }

    public static JsonArray toJson(List<PolicyRule> rules) {
        return new JsonArray(rules.stream().<Json>map(PolicyRule::toJson).toList());
    }
}
