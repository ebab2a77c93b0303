package io.hyperpodgateway.admission.outcome;

import java.util.Set;

/// SageMaker's refusals, by the rule that translates them, that the very same request may be spared
/// a little later.
public final class TransientRefusals {

    /// SageMaker cannot assume an execution role; one made seconds ago needs a little time.
    public static final String ROLE_NOT_ASSUMABLE = "execution-role-not-assumable";

    /// AWS has too few instances of a type at the moment.
    public static final String INSUFFICIENT_CAPACITY = "insufficient-capacity";

    private static final Set<String> RULES = Set.of(ROLE_NOT_ASSUMABLE, INSUFFICIENT_CAPACITY);

    private TransientRefusals() {}

    /// Whether a refusal of that rule may pass.
    public static boolean contains(String rule) {
        return RULES.contains(rule);
    }
}
