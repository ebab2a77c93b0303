package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The outcome of a request.
public sealed interface Outcome {

    /// This request created a cluster.
    record Created(String clusterName, String clusterArn, List<Finding> warnings)
            implements Outcome {

        public Created {
            warnings = Findings.limit(warnings);
        }
    }

    /// The dry run of a request that would have created a cluster.
    ///
    /// @param effectiveRequest the request to SageMaker
    /// @param hourlyCost the cost per hour, if the policy has prices; money as decimal strings
    record WouldCreate(
            JsonObject effectiveRequest, Optional<JsonObject> hourlyCost, List<Finding> warnings)
            implements Outcome {

        public WouldCreate {
            Objects.requireNonNull(hourlyCost);
            warnings = Findings.limit(warnings);
        }
    }

    /// This request is not known to have created a cluster.
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

    /// The id of the caller's own request that uses the name, if the name is taken by it.
    default Optional<String> existing() {
        return switch (this) {
            case Refused(var refusal) -> refusal.existing();
            case Created _, WouldCreate _ -> Optional.empty();
        };
    }

    default List<Finding> findings() {
        return switch (this) {
            case Created(_, _, var warnings) -> warnings;
            case WouldCreate(_, _, var warnings) -> warnings;
            case Refused(var refusal) -> refusal.findings();
        };
    }
}
