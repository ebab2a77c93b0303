package io.hyperpodgateway.admission.key;

import io.hyperpodgateway.text.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A caller's name for one request, which it sends again with each retry.
///
/// @param text 1 to 255 visible ASCII characters without comma
public record IdempotencyKey(String text) {

    public static final int MAX_LENGTH = 255;

    /// The number of hex digits of the hash in a request's id.
    private static final int DIGITS = 32;

    public IdempotencyKey {
        Optional<String> problem = validate(text);
        if (problem.isPresent()) throw new IllegalArgumentException(problem.get());
    }

    /// What is wrong with the form of a key, without quoting it. A repeated header arrives as one
    /// value, joined by commas.
    public static Optional<String> validate(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.of(
                    "Idempotency-Key has %d characters, 1 to %d are allowed"
                            .formatted(text.length(), MAX_LENGTH));
        }
        if (text.indexOf(',') >= 0) {
            return Optional.of(
                    "Idempotency-Key contains a comma or occurs twice, one key without comma"
                            + " is allowed");
        }
        boolean visible = text.chars().allMatch(c -> c > ' ' && c <= '~');
        return visible
                ? Optional.empty()
                : Optional.of(
                        "Idempotency-Key holds a blank or a character beyond ASCII, visible ASCII"
                                + " characters are allowed");
    }

    /// The id of intents with this key. It is the same for the same caller of the same gateway, and
    /// different for all others.
    ///
    /// @param gateway the gateway's name
    /// @param account the gateway's own account
    public String requestId(String gateway, String account, String principal) {
        String hashed =
                Stream.of(gateway, account, principal, text)
                        .map(IdempotencyKey::withLength)
                        .collect(Collectors.joining());
        return "r-" + Sha256.hex(hashed).substring(0, DIGITS);
    }

    /// The length prefix keeps adjacent parts apart.
    private static String withLength(String part) {
        return part.getBytes(StandardCharsets.UTF_8).length + ":" + part;
    }
}
