package io.hyperpodgateway.policy.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// A sum that is over a limit.
///
/// @param sum of all parts
/// @param part the one with which the sum goes over
record Excess<T>(BigDecimal sum, T part) {

    Excess {
        Objects.requireNonNull(sum);
        Objects.requireNonNull(part);
    }

    /// The excess of these parts, if their sum is over the limit.
    ///
    /// @param amount what a part adds, from 0
    static <T> Optional<Excess<T>> over(
            BigDecimal limit, List<T> parts, Function<T, BigDecimal> amount) {
        BigDecimal sum = BigDecimal.ZERO;
        Optional<T> first = Optional.empty();
        for (T part : parts) {
            sum = sum.add(amount.apply(part));
            if (first.isEmpty() && sum.compareTo(limit) > 0) first = Optional.of(part);
        }
        BigDecimal total = sum;
        return first.map(part -> new Excess<>(total, part));
    }
}
