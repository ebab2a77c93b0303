package io.hyperpodgateway.spec.rules.capacity;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.rules.RuleId;

/// Tells that a cluster should be a Continuous one: once in a request, for whatever wants it first.
final class Continuous {

    private Continuous() {}

    static Finding neededBy(RuleId rule, JsonPointer place) {
        JsonPointer at = JsonPointer.of("NodeProvisioningMode");
        return rule.at(at, "%s is not Continuous, %s needs that".formatted(at, place));
    }
}
