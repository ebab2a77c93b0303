package io.hyperpodgateway.admission;

import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.rules.Specification;

import java.util.Objects;

/// What a request is checked against: AWS's specification and the organization's policy.
public record Rulebook(Specification specification, Policy policy) {

    public Rulebook {
        Objects.requireNonNull(specification);
        Objects.requireNonNull(policy);
    }
}
