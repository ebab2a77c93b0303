package io.hyperpodgateway.audit.digest;

/// Stores digests' hashes outside the table, where they cannot be changed.
public interface AnchorStore {

    /// Stores the anchor of this digest. An anchor that is stored already is left as it is.
    ///
    /// @throws io.hyperpodgateway.audit.AuditUnavailableException if it may not have been stored
    void keep(Digest digest);
}
