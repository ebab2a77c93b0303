package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.port.ClusterCreator;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A SageMaker that creates clusters unless the script says otherwise.
public final class ScriptedClusters implements ClusterCreator, ClusterLookup {

    public static final String ARN =
            "arn:aws:sagemaker:us-east-1:000000000000:cluster/abcdefghijkl";

    private final Map<String, Cluster> living = new HashMap<>();
    private final List<JsonObject> requests = new ArrayList<>();
    private final List<Duration> budgets = new ArrayList<>();
    private Function<JsonObject, CreationResult> script = this::make;
    private Optional<LookupFailedException> lookupFailure = Optional.empty();

    /// Replaces the result of CreateCluster.
    public void creating(Function<JsonObject, CreationResult> newScript) {
        script = newScript;
    }

    /// Makes lookups fail from now on.
    public void failLookups(LookupFailedException failure) {
        lookupFailure = Optional.of(failure);
    }

    /// Makes lookups work again.
    void lookAgain() {
        lookupFailure = Optional.empty();
    }

    /// Creates a cluster as SageMaker would.
    public CreationResult make(JsonObject request) {
        var tags = new HashMap<String, String>();
        for (Json item : request.items("Tags")) {
            JsonObject tag = (JsonObject) item;
            tags.put(tag.text("Key").orElseThrow(), tag.text("Value").orElseThrow());
        }
        put(request.text("ClusterName").orElseThrow(), "Creating", Instant.now(), tags);
        return new CreationResult.Made(ARN, Optional.of("aws-1"));
    }

    public void put(String name, String status, Instant createdAt, Map<String, String> tags) {
        JsonObject description =
                JsonObject.of("ClusterArn", Json.of(ARN)).with("ClusterStatus", Json.of(status));
        living.put(name, new Cluster(ARN, status, Optional.of(createdAt), tags, description));
    }

    /// Adds a cluster with a failure message.
    public void putSaying(String name, String status, String failureMessage) {
        putSaying(name, status, failureMessage, Map.of());
    }

    /// Adds a cluster with tags and a failure message.
    public void putSaying(
            String name, String status, String failureMessage, Map<String, String> tags) {
        JsonObject description =
                JsonObject.of("ClusterArn", Json.of(ARN))
                        .with("ClusterStatus", Json.of(status))
                        .with("FailureMessage", Json.of(failureMessage));
        living.put(name, new Cluster(ARN, status, Optional.empty(), tags, description));
    }

    public void delete(String name) {
        living.remove(name);
    }

    /// Adds a cluster with another ARN.
    public void putOther(String name, Map<String, String> tags) {
        living.put(
                name,
                new Cluster(
                        "arn:aws:sagemaker:us-east-1:000000000000:cluster/zzzzzzzzzzzz",
                        "InService",
                        Optional.empty(),
                        tags,
                        JsonObject.EMPTY));
    }

    /// The requests of CreateCluster, in order.
    public List<JsonObject> requests() {
        return List.copyOf(requests);
    }

    /// The budget of each call of CreateCluster.
    public List<Duration> budgets() {
        return List.copyOf(budgets);
    }

    @Override
    public CreationResult create(JsonObject request, Duration budget) {
        requests.add(request);
        budgets.add(budget);
        return script.apply(request);
    }

    @Override
    public Optional<Cluster> find(String clusterName, Duration budget) {
        lookupFailure.ifPresent(failure -> {
            throw failure;
        });
        return Optional.ofNullable(living.get(clusterName));
    }
}
