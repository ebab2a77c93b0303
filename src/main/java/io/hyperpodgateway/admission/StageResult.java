package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.finding.Finding;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The result of a stage: a value for the next stage, or the end of the request.
sealed interface StageResult<T> {

    record Passed<T>(T value) implements StageResult<T> {}

    /// The refusal that ends the request.
    ///
    /// @param documents the request, if its body could be read, for the record
    /// @param audited findings for the record only
    record Stopped<T>(Refusal refusal, Optional<RecordedDocuments> documents, List<Finding> audited)
            implements StageResult<T> {}

    /// The outcome of an earlier request under the same key.
    record Replayed<T>(Conclusion conclusion) implements StageResult<T> {}

    /// Runs the next stage if this one passed.
    default <R> StageResult<R> then(Function<? super T, StageResult<R>> next) {
        return switch (this) {
            case Passed<T>(var value) -> next.apply(value);
            case Stopped<T>(var refusal, var documents, var audited) ->
                    new Stopped<>(refusal, documents, audited);
            case Replayed<T>(var conclusion) -> new Replayed<>(conclusion);
        };
    }
}
