package io.hyperpodgateway.admission.reading;

import io.hyperpodgateway.admission.outcome.ResponsibleParty;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// The state of a request: the decision, the result of the call, the cluster, the cause, and who
/// has to act next.
///
/// @param cluster the cluster that the request created, if it created one
/// @param cause why there is no cluster, or no working one
public record RequestState(
        Decision decision,
        CallState call,
        Optional<ClusterState> cluster,
        Optional<Cause> cause,
        NextStep next) {

    public enum Decision {
        ALLOWED,
        REFUSED
    }

    /// The result of the call of CreateCluster.
    public enum CallState {
        /// There was no call: the request was refused before, or was a dry run.
        NONE,
        /// The call may be in progress.
        UNDER_WAY,
        /// The result is not known yet.
        UNKNOWN,
        /// The call created a cluster.
        SUCCEEDED,
        /// The call created no cluster.
        FAILED
    }

    /// A cluster as SageMaker reports it now.
    ///
    /// @param status as SageMaker spells it; `gone` if there is no such cluster any more, `unknown`
    ///   if SageMaker could not be called
    /// @param failureMessage SageMaker's own description of the failure
    /// @param detail why the status is not known
    public record ClusterState(
            String status, Optional<String> failureMessage, Optional<String> detail) {

        /// The cluster was deleted.
        static final ClusterState GONE =
                new ClusterState("gone", Optional.empty(), Optional.empty());

        /// SageMaker could not be called.
        static final ClusterState UNKNOWN =
                new ClusterState(
                        "unknown",
                        Optional.empty(),
                        Optional.of("the cluster could not be looked up in SageMaker"));

        private JsonObject toJson() {
            return JsonObject.of("status", Json.of(status))
                    .with("failureMessage", failureMessage.map(Json::of))
                    .with("detail", detail.map(Json::of));
        }
    }

    /// The cause of the state.
    ///
    /// @param id a stable id in kebab case
    public record Cause(String id, String words) {}

    /// What comes next.
    ///
    /// @param what what the responsible party can do
    public record NextStep(ResponsibleParty whose, String what) {}

    public RequestState {
        Objects.requireNonNull(decision);
        Objects.requireNonNull(call);
        Objects.requireNonNull(cluster);
        Objects.requireNonNull(cause);
        Objects.requireNonNull(next);
    }

    public JsonObject toJson() {
        return JsonObject.of("decision", word(decision))
                .with("call", word(call))
                .with("cluster", cluster.map(ClusterState::toJson))
                .with(
                        "cause",
                        cause.map(its ->
                                JsonObject.of("id", Json.of(its.id()))
                                        .with("words", Json.of(its.words()))))
                .with(
                        "next",
                        JsonObject.of("whose", Json.of(next.whose().id()))
                                .with("what", Json.of(next.what())));
    }

    private static Json word(Enum<?> value) {
        return Json.of(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
