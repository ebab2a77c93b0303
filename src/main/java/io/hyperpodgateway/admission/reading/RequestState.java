package io.hyperpodgateway.admission.reading;

import io.hyperpodgateway.admission.outcome.ResponsibleParty;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// How a request stands, for a person: what was decided, what came of the call, how the cluster is,
/// why, and whose move it is.
///
/// @param cluster the cluster that the request made, if it made one
/// @param cause why there is no cluster, or none that works
public record RequestState(
        Decision decision,
        CallState call,
        Optional<ClusterState> cluster,
        Optional<Cause> cause,
        NextStep next) {

    /// What the gateway decided.
    public enum Decision {
        ALLOWED,
        REFUSED
    }

    /// What came of the call of CreateCluster.
    public enum CallState {
        /// There was none: the request was refused before, or was a dry run.
        NONE,
        /// It may be being made just now.
        UNDER_WAY,
        /// Nobody knows yet.
        UNKNOWN,
        /// It made a cluster.
        SUCCEEDED,
        /// It made none, or none was made.
        FAILED
    }

    /// A cluster as SageMaker tells of it now.
    ///
    /// @param status as SageMaker spells it; `gone` if it has no such cluster any more, `unknown`
    ///   if it could not be asked
    /// @param failureMessage what SageMaker says went wrong, in its own words
    /// @param detail why the status is not known
    public record ClusterState(
            String status, Optional<String> failureMessage, Optional<String> detail) {

        /// SageMaker has no such cluster: it was deleted.
        static final ClusterState GONE =
                new ClusterState("gone", Optional.empty(), Optional.empty());

        /// SageMaker could not be asked.
        static final ClusterState UNKNOWN =
                new ClusterState(
                        "unknown",
                        Optional.empty(),
                        Optional.of("SageMaker could not be asked about the cluster"));

        private JsonObject toJson() {
            return JsonObject.of("status", Json.of(status))
                    .with("failureMessage", failureMessage.map(Json::of))
                    .with("detail", detail.map(Json::of));
        }
    }

    /// Why it is so.
    ///
    /// @param id a stable id in kebab case
    public record Cause(String id, String words) {}

    /// What comes next.
    ///
    /// @param what what whoever's move it is can do
    public record NextStep(ResponsibleParty whose, String what) {}

    public RequestState {
        Objects.requireNonNull(decision);
        Objects.requireNonNull(call);
        Objects.requireNonNull(cluster);
        Objects.requireNonNull(cause);
        Objects.requireNonNull(next);
    }

    /// The state as an answer shows it.
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
