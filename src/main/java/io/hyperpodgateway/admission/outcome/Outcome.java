package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How the story ended.
public sealed interface Outcome {

    /// There is a cluster that this request made.
    record Created(String clusterName, String clusterArn, List<Finding> warnings)
            implements Outcome {

        public Created {
            warnings = Findings.limit(warnings);
        }
    }

    /// There would be one, had it not been a dry run.
    ///
    /// @param effectiveRequest what SageMaker would be asked
    /// @param hourlyCost what it would cost an hour, where the policy has prices; money as decimal
    ///   strings
    record WouldCreate(
            JsonObject effectiveRequest, Optional<JsonObject> hourlyCost, List<Finding> warnings)
            implements Outcome {

        public WouldCreate {
            Objects.requireNonNull(hourlyCost);
            warnings = Findings.limit(warnings);
        }
    }

    /// There is none that this request is known to have made.
    record Refused(Refusal refusal) implements Outcome {}

    /// The outcome's name in records, logs and metrics: `created`, `would-create` or the problem's
    /// id.
    default String id() {
        return switch (this) {
            case Created _ -> "created";
            case WouldCreate _ -> "would-create";
            case Refused(var refusal) -> refusal.problem().id();
        };
    }

    /// The caller's own request that has the name, where it is taken by that.
    default Optional<String> existing() {
        return switch (this) {
            case Refused(var refusal) -> refusal.existing();
            case Created _, WouldCreate _ -> Optional.empty();
        };
    }

    /// Everything that was found, as the answer shows it.
    default List<Finding> findings() {
        return switch (this) {
            case Created(_, _, var warnings) -> warnings;
            case WouldCreate(_, _, var warnings) -> warnings;
            case Refused(var refusal) -> refusal.findings();
        };
    }
}
