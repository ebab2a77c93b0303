package io.hyperpodgateway.json;

import java.util.Objects;
import java.util.Optional;

/// A JSON number, kept as the text in which it was written: `1`, `1.0` and `1e0` are three texts.
public record JsonNumber(String digits) implements Json {

    public JsonNumber {
        Objects.requireNonNull(digits);
    }

    /// Whether the text is a JSON integer: an optional minus and digits, no fraction and no
    /// exponent.
    public boolean isInteger() {
        int start = digits.startsWith("-") ? 1 : 0;
        for (int i = start; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') return false;
        }
        return digits.length() > start;
    }

    /// The integer, if the text is one and fits 64 bits.
    public Optional<Long> asLong() {
        // 19 digits and a sign is the longest that fits: a longer text is not worth parsing
        if (digits.length() > 20 || !isInteger()) return Optional.empty();
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
