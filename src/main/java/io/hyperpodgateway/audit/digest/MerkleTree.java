package io.hyperpodgateway.audit.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/// The hash tree of RFC 6962, section 2.1, over SHA-256. Leaves are hashed with the prefix 0x00 and
/// nodes with 0x01, so that a node cannot pass for a leaf. It keeps as many hashes as the number of
/// leaves has bits.
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256;

    private final Deque<Subtree> subtrees = new ArrayDeque<>();

    private static final class Subtree {

        private final long leaves;
        private final byte[] hash;

        Subtree(long leaves, byte[] hash) {
            this.leaves = leaves;
            this.hash = hash;
        }
    }

    public MerkleTree() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public void add(byte[] leaf) {
        var added = new Subtree(1, leafHash(leaf));
        while (!subtrees.isEmpty() && subtrees.peek().leaves == added.leaves) {
            added = join(subtrees.pop(), added);
        }
        subtrees.push(added);
    }

    /// The root over the leaves so far: 64 hex digits. Without leaves it is the hash of the empty
    /// string.
    public String root() {
        if (subtrees.isEmpty()) return HexFormat.of().formatHex(sha256.digest());
        var rest = new ArrayDeque<>(subtrees);
        Subtree right = rest.pop();
        while (!rest.isEmpty()) right = join(rest.pop(), right);
        return HexFormat.of().formatHex(right.hash);
    }

    /// The hash of a leaf, 32 bytes.
    public byte[] leafHash(byte[] leaf) {
        sha256.update(LEAF);
        return sha256.digest(leaf);
    }

    private Subtree join(Subtree left, Subtree right) {
        sha256.update(NODE);
        sha256.update(left.hash);
        return new Subtree(left.leaves + right.leaves, sha256.digest(right.hash));
    }
}
