package io.hyperpodgateway.lambda.digest;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.digest.AnchorStore;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.DigestRun;
import io.hyperpodgateway.audit.digest.DigestRunResult;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One run: make digests, keep the newest outside the table, tell of it.
@FunctionalInterface
interface DigestJob {

    /// Does all there is time for.
    ///
    /// @param timeIsLeft whether there is time for another digest
    /// @throws RuntimeException if anything was left undone but for lack of time
    void run(BooleanSupplier timeIsLeft);

    /// The job as it is meant.
    ///
    /// @param anchors where the newest digest is kept, if anywhere
    static DigestJob of(DigestRun run, Optional<AnchorStore> anchors, DigestLog log) {
        Objects.requireNonNull(run);
        return timeIsLeft -> {
            try {
                DigestRunResult result = run.run(timeIsLeft);
                log.digested(result);
                result.latest().ifPresent(latest -> keep(latest, anchors, log));
            } catch (AuditUnavailableException e) {
                log.failed(e);
                throw e;
            }
        };
    }

    private static void keep(Digest latest, Optional<AnchorStore> anchors, DigestLog log) {
        if (anchors.isEmpty()) return;
        anchors.get().keep(latest);
        log.kept(latest);
    }
}
