package io.hyperpodgateway.audit.digest;

/// A place outside the table where what was put stays as it is.
public interface AnchorStore {

    /// Keeps the anchor of this digest; one that is kept already stays.
    ///
    /// @throws io.hyperpodgateway.audit.AuditUnavailableException if it may not have been kept
    void keep(Digest digest);
}
