package io.hyperpodgateway.chaos;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.verify.Verdict;
import io.hyperpodgateway.chaos.Invariant.Evidence;
import io.hyperpodgateway.chaos.Invariant.InvariantViolation;
import io.hyperpodgateway.chaos.meddling.AwsStep;
import io.hyperpodgateway.chaos.meddling.InjectedFault;
import io.hyperpodgateway.chaos.meddling.Ledger.Made;
import io.hyperpodgateway.chaos.meddling.ProxiedRun;
import io.hyperpodgateway.local.sagemaker.StandInOperation;

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
final class ChaosRun {

    private static final Duration RECONCILERS_PERIOD = Duration.ofMinutes(5);
    private static final Duration CLIENTS_LAST_WAIT = Duration.ofMinutes(3);

    /// As often may the reconciler run until all is settled: five times to the second absent look,
    /// and once more for each fault that it may meet.
    private static final int ROUNDS = 12;

    private static final int LAST_TRIES = 6;

    private final ChaosEnvironment environment;
    private final ChaosPlan chaosPlan;
    private final String clusterName;
    private final String event;
    private final ProxiedRun run;
    private final List<ClientAnswer> heard = Collections.synchronizedList(new ArrayList<>());

    private ChaosRun(ChaosEnvironment environment, ChaosPlan chaosPlan) {
        this.environment = environment;
        this.chaosPlan = chaosPlan;
        clusterName = "chaos-%05d".formatted(chaosPlan.number());
        String key = "key-%d-%05d".formatted(chaosPlan.seed(), chaosPlan.number());
        event = Requests.create(clusterName, key);
        run = environment.begin(Requests.requestId(key), clusterName, chaosPlan.faults());
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
            ChaosPlan chaosPlan,
            List<AuditEvent> events,
            List<ClientAnswer> heard,
            List<InjectedFault> faults,
            int clusters,
            List<InvariantViolation> violations,
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
                            chaosPlan.number(),
                            chaosPlan.seed(),
                            chaosPlan.seed(),
                            chaosPlan.number(),
                            chaosPlan,
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
    static Result play(ChaosEnvironment environment, ChaosPlan chaosPlan) {
        return new ChaosRun(environment, chaosPlan).play();
    }

    private Result play() {
        arrange();
        if (chaosPlan.twice()) {
            sendTwice();
        } else {
            send();
        }
        for (Duration wait : chaosPlan.waits()) {
            if (!isToBeTriedAgain()) break;
            run.pass(wait);
            send();
        }
        settle();
        for (int i = 0; chaosPlan.patient() && isToBeTriedAgain() && i < LAST_TRIES; i++) {
            run.pass(CLIENTS_LAST_WAIT);
            send();
            settle();
        }
        if (chaosPlan.deletes()) deleteAndSendAgain();
        run.awaitQuiet();
        return judge();
    }

    private void arrange() {
        switch (chaosPlan.circumstance()) {
            case NOTHING_SPECIAL -> {}
            case NAME_TAKEN -> {
                environment.sageMaker().clusters().put(clusterName, Map.of());
                environment.clock().forward(Duration.ofMinutes(5));
            }
            case THROTTLED -> refuse(400, "ThrottlingException", "Rate exceeded", 3);
            case NO_QUOTA -> refuse(400, "ResourceLimitExceeded", "The account-level limit", 1);
            case REJECTED -> refuse(400, "ValidationException", "1 validation error detected", 1);
            case UNAVAILABLE -> refuse(503, "ServiceUnavailable", "Service is unavailable", 1);
        }
    }

    private void refuse(int status, String code, String message, int times) {
        environment
                .sageMaker()
                .inject(
                        StandInOperation.CREATE_CLUSTER,
                        io.hyperpodgateway.local.sagemaker.StandInFault.refusing(
                                status, code, message),
                        times);
    }

    private boolean isToBeTriedAgain() {
        return heard.isEmpty() || heard.stream().allMatch(ClientAnswer::isToBeTriedAgain);
    }

    private ClientAnswer send() {
        return send(environment.instances().first());
    }

    private ClientAnswer send(FunctionInstance functionInstance) {
        run.tell("the client sends its request to " + functionInstance.name());
        ClientAnswer answer = functionInstance.create(event);
        run.invocationEnded();
        run.tell("the client hears %s from %s".formatted(answer, functionInstance.name()));
        heard.add(answer);
        return answer;
    }

    private void sendTwice() {
        FunctionInstance first = environment.instances().first();
        FunctionInstance second = environment.instances().second();
        run.letMeet(AwsStep.LOOKUP, 2);
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
            if (!run.isAnythingAstray() && environment.openIntents() == 0) return;
            run.pass(RECONCILERS_PERIOD);
            FunctionInstance functionInstance = environment.instances().first();
            run.tell("the reconciler runs on " + functionInstance.name());
            functionInstance.reconcile();
            run.invocationEnded();
        }
    }

    /// A cluster that is gone is not made again under its key.
    private void deleteAndSendAgain() {
        environment.sageMaker().clusters().remove(clusterName);
        run.tell("the client deletes its cluster");
        run.pass(CLIENTS_LAST_WAIT);
        send();
        settle();
    }

    private Result judge() {
        List<AuditEvent> events = environment.record(run.requestId());
        List<Made> made =
                environment.ledger().made().stream()
                        .filter(each -> each.name().equals(clusterName))
                        .toList();
        int open = environment.openIntents();
        Verdict verdict = environment.verify();
        var evidence =
                new Evidence(events, heard, made, environment.ledger().changes(), open, verdict);
        return new Result(
                chaosPlan,
                events,
                List.copyOf(heard),
                run.happened(),
                made.size(),
                Invariant.violated(evidence),
                run.story());
    }
}
