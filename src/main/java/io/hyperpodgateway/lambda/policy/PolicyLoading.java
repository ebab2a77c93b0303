package io.hyperpodgateway.lambda.policy;

import io.hyperpodgateway.policy.Policy;

import java.util.List;
import java.util.Objects;

/// What loading a policy came to.
public sealed interface PolicyLoading {

    /// There is one.
    record Loaded(Policy policy) implements PolicyLoading {

        public Loaded {
            Objects.requireNonNull(policy);
        }
    }

    /// There is none: a sentence for each mistake and warning.
    record Refused(List<String> mistakes) implements PolicyLoading {

        public Refused {
            mistakes = List.copyOf(mistakes);
        }
    }
}
