package io.hyperpodgateway.admission.reconciliation;

import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.settlement.ClusterOwnership;
import io.hyperpodgateway.admission.settlement.InMemoryOpenIntentStore;
import io.hyperpodgateway.admission.settlement.IntentSettler;
import io.hyperpodgateway.admission.settlement.ManualClock;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.GatewayIdentity;
import io.hyperpodgateway.audit.InMemoryAuditLog;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.RequestSource;
import io.hyperpodgateway.audit.SampleEvents;
import io.hyperpodgateway.http.Answers;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/// A record with open intents, a clock and a reconciler.
final class ReconcilerFixture {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    static final Duration TIMEOUT = Duration.ofSeconds(240);

    static final Duration BUDGET = Duration.ofSeconds(1);

    private static final ToIntFunction<Outcome> STATUS = Answers::status;
    private static final GatewayIdentity GATEWAY =
            new GatewayIdentity("hyperpod-gateway", "eu-west-1", "0.0.0");
    private static final RequestSource HERE =
            new RequestSource(
                    Optional.of("111122223333"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("lambda-1"));

    final InMemoryAuditLog log = new InMemoryAuditLog();
    final InMemoryOpenIntentStore store = new InMemoryOpenIntentStore(log);
    final ManualClock clock = new ManualClock(NOON);
    final List<Duration> pauses = new CopyOnWriteArrayList<>();

    /// Advances the clock.
    Sleeper sleeper =
            pause -> {
                pauses.add(pause);
                clock.forward(pause);
            };

    final List<RequestContext> bugs = new CopyOnWriteArrayList<>();

    static String id(int number) {
        return "r-%032d".formatted(number);
    }

    /// Opens an intent of that age at noon; its cluster is named `ml-` and its number.
    AuditEvent open(int number, Duration age) {
        AuditEvent intent = intent(number, age);
        log.intend(intent, BUDGET);
        return intent;
    }

    static AuditEvent intent(int number, Duration age) {
        return AuditEvent.seal(
                SampleEvents.intentAttributes(id(number))
                        .with("at", Json.of(NOON.minus(age).toString()))
                        .with("clusterName", Json.of("ml-" + number)));
    }

    static OpenIntentEntry entry(AuditEvent intent) {
        return new OpenIntentEntry(
                intent.requestId(),
                intent.sequence(),
                Instant.parse(intent.text("at").orElseThrow()),
                intent.text("clusterName").orElseThrow(),
                intent.sha256(),
                Optional.empty());
    }

    /// A cluster created by the intent of its name.
    static ClusterLookup.Cluster cluster(String name) {
        return new ClusterLookup.Cluster(
                "arn:aws:sagemaker:eu-west-1:111122223333:cluster/" + name,
                "InService",
                Optional.of(NOON),
                Map.of(ClusterOwnership.TAG, id(Integer.parseInt(name.substring(3)))),
                JsonObject.EMPTY);
    }

    Reconciliation run(ClusterLookup lookup) {
        return run(log, lookup);
    }

    Reconciliation run(AuditLog record, ClusterLookup lookup) {
        Instant end = clock.instant().plus(TIMEOUT);
        return reconciler(record, lookup).run(HERE, () -> Duration.between(clock.instant(), end));
    }

    Reconciler reconciler(AuditLog record, ClusterLookup lookup) {
        var settler = new IntentSettler(record, store, lookup, GATEWAY, STATUS, clock);
        var intentProbe =
                new IntentProbe(record, store, settler, clock, (context, _) -> bugs.add(context));
        return new Reconciler(store, intentProbe, sleeper);
    }
}
