package io.hyperpodgateway.lambda.digest;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.digest.AnchorStore;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.DigestRun;
import io.hyperpodgateway.audit.digest.DigestRunResult;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One run: creates digests, stores the newest outside the table, and logs the result.
@FunctionalInterface
interface DigestJob {

    /// Runs until everything is done, or time is short.
    ///
    /// @param timeIsLeft whether there is time for another digest
    /// @throws RuntimeException if the run is incomplete for any other reason than lack of time
    void run(BooleanSupplier timeIsLeft);

    /// The job of the scheduled function.
    ///
    /// @param anchors where the newest digest is stored, if anywhere
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
