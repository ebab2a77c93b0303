package io.hyperpodgateway.policy;

import io.hyperpodgateway.policy.document.Mistake;

import java.util.List;
import java.util.Objects;

/// What reading a policy document came to.
public sealed interface PolicyReading {

    /// The document is a policy, to the last member.
    record Read(Policy policy) implements PolicyReading {

        public Read {
            Objects.requireNonNull(policy);
        }
    }

    /// The document is not, and these are all its mistakes, in its order.
    ///
    /// @param warnings what else is worth a second look, in its order too
    record Refused(List<Mistake> mistakes, List<Mistake> warnings) implements PolicyReading {

        public Refused {
            mistakes = List.copyOf(mistakes);
            warnings = List.copyOf(warnings);
        }
    }
}
