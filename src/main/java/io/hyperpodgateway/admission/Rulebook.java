package io.hyperpodgateway.admission;

import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.rules.Specification;

import java.util.Objects;

/// All that a request is held against: what AWS allows, and what the organisation allows.
public record Rulebook(Specification specification, Policy policy) {

    public Rulebook {
        Objects.requireNonNull(specification);
        Objects.requireNonNull(policy);
    }
}
