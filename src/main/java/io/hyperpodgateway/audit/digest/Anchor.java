package io.hyperpodgateway.audit.digest;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is stored of a digest outside the table: enough to detect that it, or any digest before it,
/// was recreated.
///
/// @param hour the digest's hour
/// @param sha256 the digest's hash, 64 hex digits
public record Anchor(Hour hour, String sha256) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Anchor {
        Objects.requireNonNull(hour);
        if (!HEX.matcher(sha256).matches()) {
            throw new IllegalArgumentException("%s is no SHA-256".formatted(sha256));
        }
    }

    public static Anchor of(Digest digest) {
        return new Anchor(digest.hour(), digest.sha256());
    }

    /// Parses `HOUR:HEX`, with the hour as `2026-11-23T10` or `2026-11-23T10Z`.
    ///
    /// @return empty if it has another form
    public static Optional<Anchor> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) return Optional.empty();
        String hour = text.substring(0, colon);
        String hex = text.substring(colon + 1);
        if (!HEX.matcher(hex).matches()) return Optional.empty();
        return Digest.hourOf(hour.endsWith("Z") ? hour : hour + "Z").map(h -> new Anchor(h, hex));
    }

    /// `HOUR:HEX`.
    @Override
    public String toString() {
        return hour + ":" + sha256;
    }
}
