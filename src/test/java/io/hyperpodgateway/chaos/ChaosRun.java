package io.hyperpodgateway.chaos;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.verify.Verdict;
import io.hyperpodgateway.chaos.Invariant.Evidence;
import io.hyperpodgateway.chaos.Invariant.InvariantViolation;
import io.hyperpodgateway.chaos.proxy.AwsStep;
import io.hyperpodgateway.chaos.proxy.InjectedFault;
import io.hyperpodgateway.chaos.proxy.Ledger.Made;
import io.hyperpodgateway.chaos.proxy.ProxiedRun;
import io.hyperpodgateway.local.sagemaker.StandInOperation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// One run: a client that wants one cluster, every fault, and the reconciler until nothing is open.
final class ChaosRun {

    private static final Duration RECONCILERS_PERIOD = Duration.ofMinutes(5);
    private static final Duration CLIENTS_LAST_WAIT = Duration.ofMinutes(3);

    /// How often the reconciler may run until all is settled: five times to the second absent
    /// lookup, and once more for each fault.
    private static final int ROUNDS = 12;

    private static final int LAST_TRIES = 6;

    private final ChaosEnvironment environment;
    private final ChaosPlan plan;
    private final String clusterName;
    private final String event;
    private final ProxiedRun run;
    private final List<ClientAnswer> answers = Collections.synchronizedList(new ArrayList<>());

    private ChaosRun(ChaosEnvironment environment, ChaosPlan plan) {
        this.environment = environment;
        this.plan = plan;
        clusterName = "chaos-%05d".formatted(plan.number());
        String key = "key-%d-%05d".formatted(plan.seed(), plan.number());
        event = Requests.create(clusterName, key);
        run = environment.begin(Requests.requestId(key), clusterName, plan.faults());
    }

    /// The result of a run.
    ///
    /// @param events the request's events
    /// @param answers the client's answers
    /// @param faults what went wrong
    /// @param clusters the number of clusters that SageMaker created
    /// @param violations the violated invariants
    /// @param log what the proxies saw, and what the client did
    record Result(
            ChaosPlan plan,
            List<AuditEvent> events,
            List<ClientAnswer> answers,
            List<InjectedFault> faults,
            int clusters,
            List<InvariantViolation> violations,
            List<String> log) {

        /// All details of the run.
        String report() {
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
                            lines(log),
                            events.stream()
                                    .map(event -> event.members().toText())
                                    .collect(Collectors.joining("\n  ")));
        }

        private static String lines(List<?> all) {
            return all.stream().map(Object::toString).collect(Collectors.joining("\n  "));
        }
    }

    static Result play(ChaosEnvironment environment, ChaosPlan plan) {
        return new ChaosRun(environment, plan).play();
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
            run.pass(wait);
            send();
        }
        settle();
        for (int i = 0; plan.patient() && isToBeTriedAgain() && i < LAST_TRIES; i++) {
            run.pass(CLIENTS_LAST_WAIT);
            send();
            settle();
        }
        if (plan.deletes()) deleteAndSendAgain();
        run.awaitQuiet();
        return result();
    }

    private void arrange() {
        switch (plan.circumstance()) {
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
        return answers.isEmpty() || answers.stream().allMatch(ClientAnswer::isToBeTriedAgain);
    }

    private ClientAnswer send() {
        return send(environment.instances().first());
    }

    private ClientAnswer send(FunctionInstance instance) {
        run.log("the client sends its request to " + instance.name());
        ClientAnswer answer = instance.create(event);
        run.invocationEnded();
        run.log("the client hears %s from %s".formatted(answer, instance.name()));
        answers.add(answer);
        return answer;
    }

    private void sendTwice() {
        FunctionInstance first = environment.instances().first();
        FunctionInstance second = environment.instances().second();
        run.synchronize(AwsStep.LOOKUP, 2);
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

    /// Runs the reconciler until no intent is open and no call is late.
    private void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            if (!run.hasLateCalls() && environment.openIntents() == 0) return;
            run.pass(RECONCILERS_PERIOD);
            FunctionInstance instance = environment.instances().first();
            run.log("the reconciler runs on " + instance.name());
            instance.reconcile();
            run.invocationEnded();
        }
    }

    /// A deleted cluster is not created again under its key.
    private void deleteAndSendAgain() {
        environment.sageMaker().clusters().remove(clusterName);
        run.log("the client deletes its cluster");
        run.pass(CLIENTS_LAST_WAIT);
        send();
        settle();
    }

    private Result result() {
        List<AuditEvent> events = environment.record(run.requestId());
        List<Made> made =
                environment.ledger().made().stream()
                        .filter(each -> each.name().equals(clusterName))
                        .toList();
        int open = environment.openIntents();
        Verdict verdict = environment.verify();
        var evidence =
                new Evidence(events, answers, made, environment.ledger().changes(), open, verdict);
        return new Result(
                plan,
                events,
                List.copyOf(answers),
                run.happened(),
                made.size(),
                Invariant.violated(evidence),
                run.log());
    }
}
