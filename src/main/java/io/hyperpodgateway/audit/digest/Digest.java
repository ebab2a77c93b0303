package io.hyperpodgateway.audit.digest;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.json.CanonicalJson;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The digest of an hour: an item of the audit table with its keys and its hash.
///
/// Its `root` is the root of RFC 6962's tree over the entries of its pages, in order. Its `sha256`
/// covers all its attributes (RFC 8785), including `previousSha256`, and so its own hour and all
/// hours before.
///
/// @param members the attributes: `pk`, `sk`, `at`, `eventCount`, `lateCount`, `pageCount`, `root`,
///   `previousSha256`, `sha256`
public record Digest(JsonObject members) {

    /// The partition key of all digests and their pages.
    public static final String PK = "DIGEST";

    private static final String SHA256 = "sha256";

    /// Creates the digest of these pages, sealed.
    ///
    /// @param previous the digest of the hour before; empty for the first digest
    /// @param at the time of creation
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

    public static String sk(Hour hour) {
        return hour + "Z";
    }

    public static Optional<Hour> hourOf(String sk) {
        return sk.endsWith("Z") ? Hour.parse(sk.substring(0, sk.length() - 1)) : Optional.empty();
    }

    /// The digest's hour.
    ///
    /// @throws IllegalStateException if the item is not a digest
    public Hour hour() {
        return members.text("sk")
                .flatMap(Digest::hourOf)
                .orElseThrow(() -> new IllegalStateException("a digest without its hour"));
    }

    /// The digest's own hash.
    ///
    /// @throws IllegalStateException if the item has no hash
    public String sha256() {
        return members.text(SHA256)
                .orElseThrow(() -> new IllegalStateException("a digest without its hash"));
    }

    public Optional<String> previousSha256() {
        return members.text("previousSha256");
    }

    /// The root over all entries of its pages.
    public Optional<String> root() {
        return members.text("root");
    }

    /// The number of listed events of its own hour.
    public long eventCount() {
        return members.integer("eventCount").orElse(0L);
    }

    /// The number of listed events of earlier hours.
    public long lateCount() {
        return members.integer("lateCount").orElse(0L);
    }

    public long pageCount() {
        return members.integer("pageCount").orElse(0L);
    }

    /// Whether the digest is unchanged since it was sealed.
    public boolean hashMatches() {
        return members.text(SHA256)
                .equals(Optional.of(CanonicalJson.sha256(members.without(SHA256))));
    }
}
