package io.hyperpodgateway.audit.digest;

import io.hyperpodgateway.json.CanonicalJson;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// An event in a digest.
///
/// @param hour the event's own hour
/// @param pk the event's partition key
/// @param sk the event's sort key
/// @param sha256 the event's hash, 64 hex digits
public record Entry(Hour hour, String pk, String sk, String sha256) implements Comparable<Entry> {

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::hour)
                    .thenComparing(Entry::pk)
                    .thenComparing(Entry::sk)
                    .thenComparing(Entry::sha256);

    private static final Predicate<String> PK = whole("REQUEST#[!-~]{1,100}");
    private static final Predicate<String> SK = whole("EVENT#[0-9]{4,6}");
    private static final Predicate<String> SHA256 = whole("[0-9a-f]{64}");

    public Entry {
        Objects.requireNonNull(hour);
        Objects.requireNonNull(pk);
        Objects.requireNonNull(sk);
        Objects.requireNonNull(sha256);
    }

    /// Whether the gateway writes events with this partition key.
    public static boolean isPartitionKey(String pk) {
        return PK.test(pk);
    }

    /// Whether keys and hash have the form that the gateway writes. Digests list no others, which
    /// could be too long for any page.
    public boolean isAnEvent() {
        return PK.test(pk) && SK.test(sk) && SHA256.test(sha256);
    }

    /// The entry's leaf in the hash tree: the RFC 8785 form of `{"hour", "pk", "sha256", "sk"}`,
    /// all strings.
    public byte[] leaf() {
        return CanonicalJson.of(
                JsonObject.of("hour", Json.of(hour.toString()))
                        .with("pk", Json.of(pk))
                        .with("sha256", Json.of(sha256))
                        .with("sk", Json.of(sk)));
    }

    /// By hour, then keys.
    @Override
    public int compareTo(Entry other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return pk + " " + sk;
    }

    private static Predicate<String> whole(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
