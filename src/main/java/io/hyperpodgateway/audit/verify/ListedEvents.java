package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.digest.Entry;
import io.hyperpodgateway.audit.digest.MerkleTree;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// What the digests list, and which of it stands in the table: of each event its leaf's hash alone.
final class ListedEvents {

    private final MerkleTree hasher = new MerkleTree();
    private final Map<Leaf, Boolean> found = new HashMap<>();
    private long missing;

    /// A hash of 32 bytes, four longs of them.
    private record Leaf(long a, long b, long c, long d) {}

    /// Notes that a digest lists it.
    ///
    /// @return false if one did already
    boolean list(Entry entry) {
        boolean first = found.putIfAbsent(leaf(entry), false) == null;
        if (first) missing++;
        return first;
    }

    /// Notes that it stands in the table.
    ///
    /// @return false if no digest lists it
    boolean find(Entry entry) {
        Boolean before = found.replace(leaf(entry), true);
        if (Boolean.FALSE.equals(before)) missing--;
        return before != null;
    }

    boolean isMissing(Entry entry) {
        return Boolean.FALSE.equals(found.get(leaf(entry)));
    }

    /// How many are listed and do not stand.
    long missing() {
        return missing;
    }

    private Leaf leaf(Entry entry) {
        ByteBuffer hash = ByteBuffer.wrap(hasher.leafHash(entry.leaf()));
        return new Leaf(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }
}
