package io.hyperpodgateway.audit.digest;

import java.util.List;
import java.util.Optional;

/// Where digests stand. What was put is never changed and never removed; reading is consistent.
///
/// Pages are put one after the other, the digest behind its last page. No page is put behind a
/// digest that stands, and no digest before a page that stands and that it does not count: so two
/// who write at once, or one who was stopped halfway and another, end in one digest.
///
/// Every method throws [io.hyperpodgateway.audit.AuditUnavailableException] when the table cannot
/// be reached, read or written.
public interface DigestStore {

    /// The newest digest that is not of a later hour.
    Optional<Digest> latest(Hour atMost);

    /// The digest of that hour.
    Optional<Digest> of(Hour hour);

    /// The pages that stand for that hour, in order, whether or not its digest does.
    List<DigestPage> pagesOf(Hour hour);

    /// Puts a page.
    ///
    /// @return false if one of that number stands, or the hour's digest does
    boolean put(DigestPage page);

    /// Puts a digest behind its pages.
    ///
    /// @return false if one stands for that hour, or a page does that it does not count
    boolean put(Digest digest);
}
