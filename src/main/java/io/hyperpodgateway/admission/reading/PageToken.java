package io.hyperpodgateway.admission.reading;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.text.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a list goes on, as callers hold it: base64url (RFC 4648, section 5) of a check and the key
/// below which the next page begins.
///
/// The check is over caller and query, so that neither another's token nor one of another query is
/// taken for right, nor one that was changed. It is no secret: who makes a token of his own comes
/// to a place in a list that he may read from the top.
public final class PageToken {

    /// No token of ours is as long.
    private static final int LONGEST = 160;

    /// Bytes of the hash.
    private static final int CHECK = 16;

    private static final Pattern KEY =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z(#r-[0-9a-f]{32})?");

    private PageToken() {}

    /// The token for what stands below a key of that caller's list.
    static String of(Caller caller, RequestFilter filter, String key) {
        byte[] place = key.getBytes(StandardCharsets.US_ASCII);
        byte[] token = new byte[CHECK + place.length];
        System.arraycopy(check(caller, filter, key), 0, token, 0, CHECK);
        System.arraycopy(place, 0, token, CHECK, place.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// The key that a token names.
    ///
    /// @return empty if it is none of that caller and query
    public static Optional<String> read(Caller caller, RequestFilter filter, String token) {
        // one place has one token: the last bits of base64 may be set in more ways than one
        return key(token).filter(key -> of(caller, filter, key).equals(token));
    }

    /// The key that a token names, whoever it belongs to.
    ///
    /// @return empty if it is no token
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
        // at the end and only where it is set, so that tokens from before there were rules hold
        if (filter.rule().isPresent()) hashed.append(withLength(filter.rule()));
        return HexFormat.of().parseHex(Sha256.hex(hashed.toString()), 0, 2 * CHECK);
    }

    /// With its length before it, no part can reach into the next; an absent one has none.
    private static String withLength(Optional<?> part) {
        return part.map(Object::toString).map(text -> text.length() + ":" + text).orElse("-");
    }
}
