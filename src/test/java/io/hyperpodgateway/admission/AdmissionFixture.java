package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.key.IdempotencyKey;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.admission.settlement.InMemoryOpenIntentStore;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.EventWriter;
import io.hyperpodgateway.audit.FailingAuditLog;
import io.hyperpodgateway.audit.GatewayIdentity;
import io.hyperpodgateway.audit.InMemoryAuditLog;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.RequestSource;
import io.hyperpodgateway.audit.list.InMemoryRequestList;
import io.hyperpodgateway.audit.list.RequestList;
import io.hyperpodgateway.http.Answers;
import io.hyperpodgateway.identity.AssumedRole;
import io.hyperpodgateway.identity.Identity;
import io.hyperpodgateway.identity.Unidentified;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.rules.Specification;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// Real admission on fakes, with one caller and one request id.
public final class AdmissionFixture {

    private static final ServiceModel MODEL = ServiceModel.bundled();

    public static final String ID = "r-0123456789abcdef0123456789abcdef";

    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    public static final GatewayIdentity GATEWAY =
            new GatewayIdentity("stories", "us-east-1", "0.0.0");

    public static final String GOOD =
            """
            {"ClusterName": "vision",
             "InstanceGroups": [{"InstanceGroupName": "workers", "InstanceType": "ml.m5.xlarge", "InstanceCount": 2,
                "ExecutionRole": "arn:aws:iam::111122223333:role/hyperpod-execution",
                "LifeCycleConfig": {"SourceS3Uri": "s3://sagemaker-stories/lifecycle", "OnCreate": "on_create.sh"}}],
             "Tags": [{"Key": "Team", "Value": "vision"}]}\
            """;

    static final String POLICY =
            """
            version: "1"
            auditors: ["arn:aws:iam::*:role/platform-*"]
            rules:
              - id: approved-types
                check: {allowedInstanceTypes: ["ml.m5.*"]}
              - id: size
                check: {maxInstances: {perCluster: 64}}
                autoScaling: allow
              - id: team-tag
                check: {requiredTags: {Team: {}}}
              - id: roles
                check: {allowedReferences: {executionRoles: ["arn:*:iam::{accountId}:role/hyperpod-*"], lifecycleSources: ["s3://sagemaker-stories/*"]}}
              - id: watched-names
                enforcement: audit
                check: {clusterName: {pattern: "prod-.*"}}
            """;

    public final InMemoryAuditLog log = new InMemoryAuditLog();
    public final ScriptedClusters clusters = new ScriptedClusters();
    public final RecordingTelemetry telemetry = new RecordingTelemetry();
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final InMemoryOpenIntentStore store = new InMemoryOpenIntentStore(log);
    private AuditLog record = log;
    private RequestList requests = new InMemoryRequestList(log);
    private String policy = POLICY;
    private Duration remaining = Duration.ofSeconds(28);

    public Admission admission() {
        return new Admission(rulebook(), GATEWAY, ports(), Answers::status, clock);
    }

    public ReadAccess readAccess() {
        return new ReadAccess(rulebook(), ports(), requests, GATEWAY.region());
    }

    /// Advances the clock.
    public void advance(Duration time) {
        clock = Clock.offset(clock, time);
    }

    /// Makes these calls of the record fail from now on.
    public void refusing(FailingAuditLog.LogMethod... calls) {
        record = FailingAuditLog.refusing(log, calls);
    }

    /// Replaces the list of requests.
    public void listing(RequestList another) {
        requests = another;
    }

    /// Replaces the record.
    void recordingTo(AuditLog another) {
        record = another;
    }

    /// Adds members to the policy.
    public void policyAlso(String members) {
        policy = POLICY + members;
    }

    private Rulebook rulebook() {
        Policy policy = PolicyReader.read(this.policy, MODEL).orElseThrow();
        return new Rulebook(Specification.of(ServiceModel.bundled(), false, "us-east-1"), policy);
    }

    private Ports ports() {
        return new Ports(record, store, clusters, clusters, telemetry);
    }

    public void remaining(Duration left) {
        remaining = left;
    }

    public static AssumedRole role(String name) {
        return new AssumedRole(
                "arn:aws:iam::111122223333:role/" + name, "AROAROLE", "111122223333", "jo");
    }

    public static RequestContext context(Identity identity) {
        var source =
                new RequestSource(
                        Optional.of("111122223333"),
                        Optional.of("203.0.113.7"),
                        Optional.of("curl/8"),
                        Optional.of("api-1"),
                        Optional.of("lambda-1"));
        return new RequestContext(ID, identity, source, NOW);
    }

    Outcome admit(String body) {
        return submit(body, role("ml-research"), false);
    }

    Outcome dryRun(String body) {
        return submit(body, role("ml-research"), true);
    }

    Outcome admitUnidentified(String body) {
        return submit(body, new Unidentified("nobody"), false);
    }

    private Outcome submit(String body, Identity identity, boolean dryRun) {
        return admit(context(identity), dryRun, Optional.empty(), body).outcome();
    }

    Conclusion admit(
            RequestContext context, boolean dryRun, Optional<IdempotencyKey> key, String body) {
        return admission()
                .admit(
                        new Submission(
                                context,
                                dryRun,
                                key,
                                RequestBody.of(body.getBytes(StandardCharsets.UTF_8)),
                                () -> remaining));
    }

    /// The event that a reconciler would record for an intent.
    AuditEvent resolved(AuditEvent intent, String outcome) {
        return new EventWriter(GATEWAY, clock)
                .next(
                        intent,
                        context(role("ml-research")).withRequestId(intent.requestId()),
                        EventType.RESOLVED,
                        JsonObject.of("outcome", Json.of(outcome)));
    }

    /// The event that a reconciler would record for an intent that created its cluster.
    AuditEvent made(AuditEvent intent) {
        return new EventWriter(GATEWAY, clock)
                .next(
                        intent,
                        context(role("ml-research")).withRequestId(intent.requestId()),
                        EventType.RESOLVED,
                        JsonObject.of("outcome", Json.of("created"))
                                .with("clusterArn", Json.of(ScriptedClusters.ARN)));
    }

    static JsonObject document(String text) {
        return (JsonObject) JsonReader.read(text).orElseThrow();
    }
}
