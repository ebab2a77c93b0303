package io.hyperpodgateway.audit.digest;

import java.util.List;
import java.util.Optional;

/// Stores digests, which are never changed or removed; reads are consistent.
///
/// Pages are written one after the other, and the digest after its last page. No page is written if
/// the digest exists, and no digest if there is a page that it does not count. So two runs at once,
/// or one after another that was stopped, create one digest.
///
/// Every method throws [io.hyperpodgateway.audit.AuditUnavailableException] when the table cannot
/// be read or written.
public interface DigestStore {

    /// The newest digest up to that hour.
    Optional<Digest> latest(Hour atMost);

    Optional<Digest> of(Hour hour);

    /// The pages of that hour, in order, whether or not there is a digest.
    List<DigestPage> pagesOf(Hour hour);

    /// Writes a page.
    ///
    /// @return false if there is a page of that number, or the hour's digest
    boolean put(DigestPage page);

    /// Writes a digest after its pages.
    ///
    /// @return false if the hour has one, or a page that it does not count
    boolean put(Digest digest);
}
