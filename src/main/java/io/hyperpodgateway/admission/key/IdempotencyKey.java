package io.hyperpodgateway.admission.key;

import io.hyperpodgateway.text.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A caller's own name for one request, sent again with each retry of it.
///
/// @param text 1 to 255 visible ASCII characters without comma
public record IdempotencyKey(String text) {

    /// The longest key, in characters.
    public static final int MAX_LENGTH = 255;

    /// Hex digits of the hash that a request's id keeps.
    private static final int DIGITS = 32;

    public IdempotencyKey {
        Optional<String> flaw = validate(text);
        if (flaw.isPresent()) throw new IllegalArgumentException(flaw.get());
    }

    /// What is wrong with a key's form, if anything is; never in the key's own words. A header that
    /// stands twice arrives as one, its values joined by comma.
    public static Optional<String> validate(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.of(
                    "Idempotency-Key has %d characters, 1 to %d are allowed"
                            .formatted(text.length(), MAX_LENGTH));
        }
        if (text.indexOf(',') >= 0) {
            return Optional.of(
                    "Idempotency-Key holds a comma or stands twice, one key without comma is allowed");
        }
        boolean visible = text.chars().allMatch(c -> c > ' ' && c <= '~');
        return visible
                ? Optional.empty()
                : Optional.of(
                        "Idempotency-Key holds a blank or a character beyond ASCII, visible ASCII"
                                + " characters are allowed");
    }

    /// The id under which intents with this key go: the same for the same caller of the same
    /// gateway, and nobody else's.
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

    /// With its length before it, no part can reach into the next.
    private static String withLength(String part) {
        return part.getBytes(StandardCharsets.UTF_8).length + ":" + part;
    }
}
