package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.port.ClusterCreator;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.WriteResult;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A record and a SageMaker in memory for a handful of examples. Failures end the build.
final class ExamplePorts implements AuditLog, ClusterCreator, ClusterLookup, Telemetry {

    private final Instant now;
    private final List<AuditEvent> events = new ArrayList<>();
    private final Map<String, JsonObject> clusters = new HashMap<>();

    ExamplePorts(Instant now) {
        this.now = now;
    }

    @Override
    public WriteResult intend(AuditEvent intent, Duration budget) {
        return append(intent, budget);
    }

    @Override
    public WriteResult conclude(AuditEvent outcome, Duration budget) {
        return append(outcome, budget);
    }

    @Override
    public WriteResult append(AuditEvent event, Duration budget) {
        events.add(event);
        return new WriteResult.Recorded();
    }

    @Override
    public List<AuditEvent> eventsOf(String requestId, Duration budget) {
        return events.stream().filter(event -> event.requestId().equals(requestId)).toList();
    }

    /// All events, in the order of writing.
    List<AuditEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public CreationResult create(JsonObject request, Duration budget) {
        String name = request.text("ClusterName").orElseThrow();
        clusters.put(name, request);
        return new CreationResult.Made(
                arn(name), Optional.of("8c3e9f1a-4b5d-4e6f-8a7b-9c0d1e2f3a4b"));
    }

    @Override
    public Optional<Cluster> find(String clusterName, Duration budget) {
        return Optional.ofNullable(clusters.get(clusterName))
                .map(request ->
                        new Cluster(
                                arn(clusterName),
                                "Creating",
                                Optional.of(now),
                                tags(request),
                                description(clusterName)));
    }

    @Override
    public void eventNotRecorded(AuditEvent event, Exception cause) {
        throw new IllegalStateException(cause);
    }

    @Override
    public void intentLeftOpen(AuditEvent intent, String why) {
        throw new IllegalStateException(why);
    }

    @Override
    public void recordNotRead(RequestContext context, Exception cause) {
        throw new IllegalStateException(cause);
    }

    @Override
    public void rulesUndecided(RequestContext context, List<String> rules) {
        throw new IllegalStateException("undecided in an example: " + rules);
    }

    @Override
    public void internalError(RequestContext context, RuntimeException thrown) {
        throw thrown;
    }

    private JsonObject description(String name) {
        return JsonObject.of("ClusterArn", Json.of(arn(name)))
                .with("ClusterName", Json.of(name))
                .with("ClusterStatus", Json.of("Creating"))
                .with("CreationTime", Json.of(now.getEpochSecond()));
    }

    private static Map<String, String> tags(JsonObject request) {
        return request.items("Tags").stream()
                .map(JsonObject.class::cast)
                .collect(
                        Collectors.toMap(
                                tag -> tag.text("Key").orElseThrow(),
                                tag -> tag.text("Value").orElseThrow()));
    }

    private static String arn(String name) {
        return "arn:aws:sagemaker:us-east-1:000000000000:cluster/%s"
                .formatted((name.replace("-", "") + "000000000000").substring(0, 12));
    }
}
