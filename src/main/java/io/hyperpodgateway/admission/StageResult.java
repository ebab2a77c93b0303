package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.finding.Finding;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a stage came to: a value for the next one, or what ends the story.
sealed interface StageResult<T> {

    /// The value for the next stage.
    record Passed<T>(T value) implements StageResult<T> {}

    /// The refusal that ends the story.
    ///
    /// @param documents the request, if its body could be read: the refusal is recorded with it
    /// @param audited what the record alone shows
    record Stopped<T>(Refusal refusal, Optional<RecordedDocuments> documents, List<Finding> audited)
            implements StageResult<T> {}

    /// The story was told before, and ends as it did.
    record Replayed<T>(Conclusion conclusion) implements StageResult<T> {}

    /// The next stage, if this one passed.
    default <R> StageResult<R> then(Function<? super T, StageResult<R>> next) {
        return switch (this) {
            case Passed<T>(var value) -> next.apply(value);
            case Stopped<T>(var refusal, var documents, var audited) ->
                    new Stopped<>(refusal, documents, audited);
            case Replayed<T>(var conclusion) -> new Replayed<>(conclusion);
        };
    }
}
