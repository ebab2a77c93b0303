package io.hyperpodgateway.admission.outcome;

import java.util.Set;

/// The rules for those of SageMaker's refusals that may not apply to the same request a little
/// later.
public final class TransientRefusals {

    /// SageMaker cannot assume an execution role; a role created seconds ago needs a little time.
    public static final String ROLE_NOT_ASSUMABLE = "execution-role-not-assumable";

    /// AWS has too few instances of a type at the moment.
    public static final String INSUFFICIENT_CAPACITY = "insufficient-capacity";

    private static final Set<String> RULES = Set.of(ROLE_NOT_ASSUMABLE, INSUFFICIENT_CAPACITY);

    private TransientRefusals() {}

    public static boolean contains(String rule) {
        return RULES.contains(rule);
    }
}
