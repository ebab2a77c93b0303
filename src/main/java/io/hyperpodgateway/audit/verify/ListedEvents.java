package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.digest.Entry;
import io.hyperpodgateway.audit.digest.MerkleTree;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// The events that digests list, and which of them are in the table. Only the leaf's hash of each
/// is kept.
final class ListedEvents {

    private final MerkleTree hasher = new MerkleTree();
    private final Map<Leaf, Boolean> found = new HashMap<>();
    private long missing;

    /// A hash of 32 bytes, as four longs.
    private record Leaf(long a, long b, long c, long d) {}

    /// Marks an entry as listed.
    ///
    /// @return false if it was listed already
    boolean list(Entry entry) {
        boolean first = found.putIfAbsent(leaf(entry), false) == null;
        if (first) missing++;
        return first;
    }

    /// Marks an entry as found in the table.
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

    /// The number of listed entries that were not found.
    long missing() {
        return missing;
    }

    private Leaf leaf(Entry entry) {
        ByteBuffer hash = ByteBuffer.wrap(hasher.leafHash(entry.leaf()));
        return new Leaf(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }
}
