package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.JsonPointer;

import java.util.List;
import java.util.Set;

/// The allowed results of a request of the corpus.
///
/// @param outcomes the ids of allowed outcomes: `created`, or a problem's name
/// @param reported the required findings, as rule and place: `length /ClusterName`
/// @param shapesFit whether there may be no finding on shapes
public record Expectation(Set<String> outcomes, List<String> reported, boolean shapesFit) {

    private static final String CREATED = "created";
    private static final String MALFORMED = "malformed-request";
    private static final String INVALID = "invalid-request";

    public Expectation {
        outcomes = Set.copyOf(outcomes);
        reported = List.copyOf(reported);
    }

    static Expectation created() {
        return new Expectation(Set.of(CREATED), List.of(), true);
    }

    /// The shapes are valid; cross-field rules may refuse it.
    static Expectation fits() {
        return new Expectation(Set.of(CREATED, INVALID), List.of(), true);
    }

    /// The shapes are valid, with a warning at that place.
    static Expectation warned(String rule, JsonPointer pointer) {
        return new Expectation(
                Set.of(CREATED, INVALID), List.of(rule + " " + pointer.shortened()), false);
    }

    /// It is not one JSON object, by that rule, at any place.
    static Expectation malformed(String rule) {
        return new Expectation(Set.of(MALFORMED), List.of(rule), false);
    }

    static Expectation malformed() {
        return new Expectation(Set.of(MALFORMED), List.of(), false);
    }

    static Expectation invalid() {
        return new Expectation(Set.of(INVALID), List.of(), false);
    }

    static Expectation invalid(String rule, JsonPointer pointer) {
        return new Expectation(Set.of(INVALID), List.of(rule + " " + pointer.shortened()), false);
    }

    /// It is larger than the gateway accepts.
    static Expectation tooLarge() {
        return new Expectation(Set.of("payload-too-large"), List.of(), false);
    }

    /// Any answer.
    static Expectation answered() {
        return new Expectation(Set.of(CREATED, MALFORMED, INVALID), List.of(), false);
    }

    /// Whether a finding is the required one: rule and place, or only the rule.
    static boolean isReported(String reported, String rule, String pointer) {
        return reported.equals(rule) || reported.equals(rule + " " + pointer);
    }
}
