package io.hyperpodgateway.policy.cost;

import java.math.BigDecimal;

/// How sums of money are written.
final class Usd {

    private static final int CENTS = 2;

    private Usd() {}

    /// The amount to its last digit, with at least two decimals and without an exponent: `660.48`,
    /// `120.00`, `0.0125`.
    static String text(BigDecimal amount) {
        BigDecimal exact = amount.stripTrailingZeros();
        return exact.setScale(Math.max(CENTS, exact.scale())).toPlainString();
    }
}
