package io.hyperpodgateway.admission.reading;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.text.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The position in a list, as callers hold it: base64url (RFC 4648, section 5) of a checksum and
/// the key below which the next page begins.
///
/// The checksum covers caller and query, so that a token of another caller or another query, or a
/// modified one, is rejected. It is not a secret: a forged token leads to a position in a list that
/// its author may read anyway.
public final class PageToken {

    /// Every token is shorter.
    private static final int LONGEST = 160;

    /// The number of bytes of the hash.
    private static final int CHECK = 16;

    private static final Pattern KEY =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z(#r-[0-9a-f]{32})?");

    private PageToken() {}

    /// The token for the page below a key of that caller's list.
    static String of(Caller caller, RequestFilter filter, String key) {
        byte[] place = key.getBytes(StandardCharsets.US_ASCII);
        byte[] token = new byte[CHECK + place.length];
        System.arraycopy(check(caller, filter, key), 0, token, 0, CHECK);
        System.arraycopy(place, 0, token, CHECK, place.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// The key in a token.
    ///
    /// @return empty if the token is not of that caller and query
    public static Optional<String> read(Caller caller, RequestFilter filter, String token) {
        // each position has exactly one token, although the last bits of base64 can vary
        return key(token).filter(key -> of(caller, filter, key).equals(token));
    }

    /// The key in a token of any caller.
    ///
    /// @return empty if it is not a token
    public static Optional<String> key(String token) {
        if (token.length() > LONGEST) return Optional.empty();
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= CHECK) return Optional.empty();
            String key = new String(bytes, CHECK, bytes.length - CHECK, StandardCharsets.US_ASCII);
            return Optional.of(key).filter(text -> KEY.matcher(text).matches());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static byte[] check(Caller caller, RequestFilter filter, String key) {
        var hashed = new StringBuilder();
        List.of(
                        Optional.of(caller.principal()),
                        filter.clusterName(),
                        filter.principal(),
                        filter.outcome(),
                        filter.from(),
                        filter.to(),
                        Optional.of(key))
                .forEach(part -> hashed.append(withLength(part)));
        // last, and only if it is set, so that tokens from before rules could be filtered stay
        // valid
        if (filter.rule().isPresent()) hashed.append(withLength(filter.rule()));
        return HexFormat.of().parseHex(Sha256.hex(hashed.toString()), 0, 2 * CHECK);
    }

    /// The length prefix keeps adjacent parts apart; an absent part has none.
    private static String withLength(Optional<?> part) {
        return part.map(Object::toString).map(text -> text.length() + ":" + text).orElse("-");
    }
}
