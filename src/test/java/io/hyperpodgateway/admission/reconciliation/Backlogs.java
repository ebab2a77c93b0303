package io.hyperpodgateway.admission.reconciliation;

import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.OpenItem;
import io.hyperpodgateway.admission.settlement.InMemoryOpenItems;
import io.hyperpodgateway.admission.settlement.MovingClock;
import io.hyperpodgateway.admission.settlement.Resolver;
import io.hyperpodgateway.admission.settlement.Settlement;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.Gateway;
import io.hyperpodgateway.audit.InMemoryAuditLog;
import io.hyperpodgateway.audit.Origin;
import io.hyperpodgateway.audit.SampleEvents;
import io.hyperpodgateway.audit.Visit;
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

/// A record with open intents, a clock, and a reconciler in front of them.
final class Backlogs {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /// What a run may take.
    static final Duration TIMEOUT = Duration.ofSeconds(240);

    static final Duration BUDGET = Duration.ofSeconds(1);

    private static final ToIntFunction<Outcome> STATUS = Answers::status;
    private static final Gateway GATEWAY = new Gateway("hyperpod-gateway", "eu-west-1", "0.0.0");
    private static final Origin HERE =
            new Origin(
                    Optional.of("111122223333"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("lambda-1"));

    final InMemoryAuditLog log = new InMemoryAuditLog();
    final InMemoryOpenItems items = new InMemoryOpenItems(log);
    final MovingClock clock = new MovingClock(NOON);
    final List<Duration> pauses = new CopyOnWriteArrayList<>();

    /// How it pauses: the clock goes on.
    Pauses pausing =
            pause -> {
                pauses.add(pause);
                clock.forward(pause);
            };

    final List<Visit> bugs = new CopyOnWriteArrayList<>();

    /// An id that tells which it is.
    static String id(int number) {
        return "r-%032d".formatted(number);
    }

    /// Opens an intent that is so old at noon; its cluster is named `ml-` and its number.
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

    static OpenItem item(AuditEvent intent) {
        return new OpenItem(
                intent.requestId(),
                intent.sequence(),
                Instant.parse(intent.text("at").orElseThrow()),
                intent.text("clusterName").orElseThrow(),
                intent.sha256(),
                Optional.empty());
    }

    /// A cluster that the intent of its name made.
    static ClusterLookup.Cluster cluster(String name) {
        return new ClusterLookup.Cluster(
                "arn:aws:sagemaker:eu-west-1:111122223333:cluster/" + name,
                "InService",
                Optional.of(NOON),
                Map.of(Settlement.TAG, id(Integer.parseInt(name.substring(3)))),
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
        var resolver = new Resolver(record, items, lookup, GATEWAY, STATUS, clock);
        var inspector =
                new Inspector(record, items, resolver, clock, (visit, _) -> bugs.add(visit));
        return new Reconciler(items, inspector, pausing);
    }
}
