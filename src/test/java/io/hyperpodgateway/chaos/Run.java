package io.hyperpodgateway.chaos;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.verify.Verdict;
import io.hyperpodgateway.chaos.Invariant.Evidence;
import io.hyperpodgateway.chaos.Invariant.Violation;
import io.hyperpodgateway.chaos.meddling.Fault;
import io.hyperpodgateway.chaos.meddling.Ledger.Made;
import io.hyperpodgateway.chaos.meddling.Scene;
import io.hyperpodgateway.chaos.meddling.Step;
import io.hyperpodgateway.local.sagemaker.Operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// One run: a client that wants one cluster, everything that goes wrong, and the reconciler until
/// nothing is open.
final class Run {

    private static final Duration RECONCILERS_PERIOD = Duration.ofMinutes(5);
    private static final Duration CLIENTS_LAST_WAIT = Duration.ofMinutes(3);

    /// As often may the reconciler run until all is settled: five times to the second absent look,
    /// and once more for each fault that it may meet.
    private static final int ROUNDS = 12;

    private static final int LAST_TRIES = 6;

    private final ChaosWorld world;
    private final Plan plan;
    private final String clusterName;
    private final String event;
    private final Scene scene;
    private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());

    private Run(ChaosWorld world, Plan plan) {
        this.world = world;
        this.plan = plan;
        clusterName = "chaos-%05d".formatted(plan.number());
        String key = "key-%d-%05d".formatted(plan.seed(), plan.number());
        event = Requests.create(clusterName, key);
        scene = world.begin(Requests.requestId(key), clusterName, plan.faults());
    }

    /// What a run came to.
    ///
    /// @param events the request's events
    /// @param heard what its client heard
    /// @param faults what went wrong
    /// @param clusters how many clusters SageMaker made for it
    /// @param violations what does not hold after it
    /// @param story what the proxies saw, and what the client did
    record Result(
            Plan plan,
            List<AuditEvent> events,
            List<Heard> heard,
            List<Fault> faults,
            int clusters,
            List<Violation> violations,
            List<String> story) {

        /// Everything that somebody needs who wants to understand it.
        String told() {
            return """
            run %d of seed %d (again: -Dchaos.seed=%d -Dchaos.from=%d -Dchaos.runs=1): %s
            violated: %s
            story:
              %s
            record:
              %s
            """
                    .formatted(
                            plan.number(),
                            plan.seed(),
                            plan.seed(),
                            plan.number(),
                            plan,
                            lines(violations),
                            lines(story),
                            events.stream()
                                    .map(event -> event.members().toText())
                                    .collect(Collectors.joining("\n  ")));
        }

        private static String lines(List<?> all) {
            return all.stream().map(Object::toString).collect(Collectors.joining("\n  "));
        }
    }

    /// Plays a run to its end.
    static Result play(ChaosWorld world, Plan plan) {
        return new Run(world, plan).play();
    }

    private Result play() {
        arrange();
        if (plan.twice()) {
            sendTwice();
        } else {
            send();
        }
        for (Duration wait : plan.waits()) {
            if (!isToBeTriedAgain()) break;
            scene.pass(wait);
            send();
        }
        settle();
        for (int i = 0; plan.patient() && isToBeTriedAgain() && i < LAST_TRIES; i++) {
            scene.pass(CLIENTS_LAST_WAIT);
            send();
            settle();
        }
        if (plan.deletes()) deleteAndSendAgain();
        scene.awaitQuiet();
        return judge();
    }

    private void arrange() {
        switch (plan.circumstance()) {
            case NOTHING_SPECIAL -> {}
            case NAME_TAKEN -> {
                world.sageMaker().clusters().put(clusterName, Map.of());
                world.clock().forward(Duration.ofMinutes(5));
            }
            case THROTTLED -> refuse(400, "ThrottlingException", "Rate exceeded", 3);
            case NO_QUOTA -> refuse(400, "ResourceLimitExceeded", "The account-level limit", 1);
            case REJECTED -> refuse(400, "ValidationException", "1 validation error detected", 1);
            case UNAVAILABLE -> refuse(503, "ServiceUnavailable", "Service is unavailable", 1);
        }
    }

    private void refuse(int status, String code, String message, int times) {
        world.sageMaker()
                .inject(
                        Operation.CREATE_CLUSTER,
                        io.hyperpodgateway.local.sagemaker.Fault.refusing(status, code, message),
                        times);
    }

    private boolean isToBeTriedAgain() {
        return heard.isEmpty() || heard.stream().allMatch(Heard::isToBeTriedAgain);
    }

    private Heard send() {
        return send(world.instances().first());
    }

    private Heard send(Instance instance) {
        scene.tell("the client sends its request to " + instance.name());
        Heard answer = instance.create(event);
        scene.invocationEnded();
        scene.tell("the client hears %s from %s".formatted(answer, instance.name()));
        heard.add(answer);
        return answer;
    }

    private void sendTwice() {
        Instance first = world.instances().first();
        Instance second = world.instances().second();
        scene.letMeet(Step.LOOKUP, 2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> send(first));
            send(second);
            one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Runs the reconciler until nothing is open and nothing astray.
    private void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            if (!scene.isAnythingAstray() && world.openIntents() == 0) return;
            scene.pass(RECONCILERS_PERIOD);
            Instance instance = world.instances().first();
            scene.tell("the reconciler runs on " + instance.name());
            instance.reconcile();
            scene.invocationEnded();
        }
    }

    /// A cluster that is gone is not made again under its key.
    private void deleteAndSendAgain() {
        world.sageMaker().clusters().remove(clusterName);
        scene.tell("the client deletes its cluster");
        scene.pass(CLIENTS_LAST_WAIT);
        send();
        settle();
    }

    private Result judge() {
        List<AuditEvent> events = world.record(scene.requestId());
        List<Made> made =
                world.ledger().made().stream()
                        .filter(each -> each.name().equals(clusterName))
                        .toList();
        int open = world.openIntents();
        Verdict verdict = world.verify();
        var evidence = new Evidence(events, heard, made, world.ledger().changes(), open, verdict);
        return new Result(
                plan,
                events,
                List.copyOf(heard),
                scene.happened(),
                made.size(),
                Invariant.violated(evidence),
                scene.story());
    }
}
