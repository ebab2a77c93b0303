package io.hyperpodgateway.aws.s3;

import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.Digest;

import java.util.Optional;

/// The object keys of digests.
public final class AnchorKeys {

    private static final String END = ".json";

    private AnchorKeys() {}

    /// The prefix of a table's digests; several tables may share a bucket.
    public static String prefix(String region, String auditTable) {
        return "%s/%s/".formatted(region, auditTable);
    }

    static String key(String prefix, Anchor anchor) {
        return "%s%s/%s%s".formatted(prefix, Digest.sk(anchor.hour()), anchor.sha256(), END);
    }

    /// The anchor in a key.
    ///
    /// @return empty if it is the key of something else
    static Optional<Anchor> anchor(String prefix, String key) {
        if (!key.startsWith(prefix) || !key.endsWith(END)) return Optional.empty();
        String name =
                key.substring(
                        prefix.length(), Math.max(prefix.length(), key.length() - END.length()));
        int slash = name.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Anchor.parse(name.substring(0, slash) + ":" + name.substring(slash + 1));
    }
}
