package io.hyperpodgateway.corpus;

import io.hyperpodgateway.json.JsonPointer;

import java.util.List;
import java.util.Set;

/// What a request of the corpus may come to.
///
/// @param outcomes the ids of the outcomes that are right: `created`, or a problem's name
/// @param reported what must be among the findings, as rule and place: `length /ClusterName`
/// @param shapesFit whether nothing may be told of shapes
public record Expectation(Set<String> outcomes, List<String> reported, boolean shapesFit) {

    private static final String CREATED = "created";
    private static final String MALFORMED = "malformed-request";
    private static final String INVALID = "invalid-request";

    public Expectation {
        outcomes = Set.copyOf(outcomes);
        reported = List.copyOf(reported);
    }

    /// A cluster is made.
    static Expectation created() {
        return new Expectation(Set.of(CREATED), List.of(), true);
    }

    /// The shapes fit; whether a rule between members objects is not said.
    static Expectation fits() {
        return new Expectation(Set.of(CREATED, INVALID), List.of(), true);
    }

    /// The shapes fit, but for a warning, at that place.
    static Expectation warned(String rule, JsonPointer pointer) {
        return new Expectation(
                Set.of(CREATED, INVALID), List.of(rule + " " + pointer.shortened()), false);
    }

    /// It is not one JSON object: that rule says so, wherever.
    static Expectation malformed(String rule) {
        return new Expectation(Set.of(MALFORMED), List.of(rule), false);
    }

    /// It is not one JSON object.
    static Expectation malformed() {
        return new Expectation(Set.of(MALFORMED), List.of(), false);
    }

    /// It is one JSON object and breaks the specification.
    static Expectation invalid() {
        return new Expectation(Set.of(INVALID), List.of(), false);
    }

    /// It breaks this rule at this place.
    static Expectation invalid(String rule, JsonPointer pointer) {
        return new Expectation(Set.of(INVALID), List.of(rule + " " + pointer.shortened()), false);
    }

    /// It is more than the gateway takes.
    static Expectation tooLarge() {
        return new Expectation(Set.of("payload-too-large"), List.of(), false);
    }

    /// It is answered, somehow.
    static Expectation answered() {
        return new Expectation(Set.of(CREATED, MALFORMED, INVALID), List.of(), false);
    }

    /// Whether this is what must be told: rule and place, or the rule alone.
    static boolean isReported(String reported, String rule, String pointer) {
        return reported.equals(rule) || reported.equals(rule + " " + pointer);
    }
}
