package io.hyperpodgateway.model;

import java.util.Optional;

/// How small and how large a number may be; what is absent does not bind.
public record Bounds(Optional<Long> min, Optional<Long> max) {

    /// Whether the number lies within, ends included.
    public boolean hold(long number) {
        return !isBelow(number) && !isAbove(number);
    }

    /// What is allowed, in words, as far as the number broke it: "at most 63".
    public String brokenBy(long number) {
        return isBelow(number) ? "at least " + min.orElseThrow() : "at most " + max.orElseThrow();
    }

    private boolean isBelow(long number) {
        return min.isPresent() && number < min.get();
    }

    private boolean isAbove(long number) {
        return max.isPresent() && number > max.get();
    }
}
