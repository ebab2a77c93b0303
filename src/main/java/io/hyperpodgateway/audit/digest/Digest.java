package io.hyperpodgateway.audit.digest;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.json.CanonicalJson;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The digest of an hour: an item of the audit table, keys and hash included.
///
/// Its `root` is the root of RFC 6962's tree over the entries of its pages, in their order; its
/// `sha256` is over all its attributes (RFC 8785), `previousSha256` among them, so that it vouches
/// for its own hour and for every one before.
///
/// @param members the attributes: `pk`, `sk`, `at`, `eventCount`, `lateCount`, `pageCount`, `root`,
///   `previousSha256`, `sha256`
public record Digest(JsonObject members) {

    /// The partition key of all digests and their pages.
    public static final String PK = "DIGEST";

    private static final String SHA256 = "sha256";

    /// The digest of these pages, sealed.
    ///
    /// @param previous the digest of the hour before; empty for the first of all
    /// @param at when it is made
    public static Digest seal(
            Hour hour, Optional<Digest> previous, List<DigestPage> pages, Instant at) {
        var tree = new MerkleTree();
        long late = 0;
        long all = 0;
        for (DigestPage page : pages) {
            page.entries().forEach(entry -> tree.add(entry.leaf()));
            late += page.late().size();
            all += page.entries().size();
        }
        JsonObject unsealed =
                JsonObject.of("pk", Json.of(PK))
                        .with("sk", Json.of(sk(hour)))
                        .with("at", Json.of(at.truncatedTo(ChronoUnit.MILLIS).toString()))
                        .with("eventCount", Json.of(all - late))
                        .with("lateCount", Json.of(late))
                        .with("pageCount", Json.of(pages.size()))
                        .with("root", Json.of(tree.root()))
                        .with(
                                "previousSha256",
                                Json.of(
                                        previous.map(Digest::sha256)
                                                .orElse(AuditEvent.NO_PREVIOUS)));
        return new Digest(unsealed.with(SHA256, Json.of(CanonicalJson.sha256(unsealed))));
    }

    /// The sort key of that hour's digest.
    public static String sk(Hour hour) {
        return hour + "Z";
    }

    /// The hour whose digest has this sort key.
    public static Optional<Hour> hourOf(String sk) {
        return sk.endsWith("Z") ? Hour.parse(sk.substring(0, sk.length() - 1)) : Optional.empty();
    }

    /// The hour that it is the digest of.
    ///
    /// @throws IllegalStateException if the item is no digest's
    public Hour hour() {
        return members.text("sk")
                .flatMap(Digest::hourOf)
                .orElseThrow(() -> new IllegalStateException("a digest without its hour"));
    }

    /// Its hash, as it stands in the item.
    ///
    /// @throws IllegalStateException if the item has none
    public String sha256() {
        return members.text(SHA256)
                .orElseThrow(() -> new IllegalStateException("a digest without its hash"));
    }

    /// The hash of the digest before.
    public Optional<String> previousSha256() {
        return members.text("previousSha256");
    }

    /// The root over all that its pages list.
    public Optional<String> root() {
        return members.text("root");
    }

    /// How many events of its hour it lists.
    public long eventCount() {
        return members.integer("eventCount").orElse(0L);
    }

    /// How many events of earlier hours it lists.
    public long lateCount() {
        return members.integer("lateCount").orElse(0L);
    }

    public long pageCount() {
        return members.integer("pageCount").orElse(0L);
    }

    /// Whether the digest is still what was sealed.
    public boolean hashMatches() {
        return members.text(SHA256)
                .equals(Optional.of(CanonicalJson.sha256(members.without(SHA256))));
    }
}
