package io.hyperpodgateway.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.verify.Verdict;
import io.hyperpodgateway.chaos.child.GatewayVariant;
import io.hyperpodgateway.chaos.proxy.AwsStep;
import io.hyperpodgateway.chaos.proxy.InjectedFault;
import io.hyperpodgateway.chaos.proxy.InjectedFault.Kind;
import io.hyperpodgateway.chaos.proxy.InjectedFault.Moment;
import io.hyperpodgateway.chaos.proxy.Ledger.Made;
import io.hyperpodgateway.chaos.proxy.ProxiedRun;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Several processes settle one open intent at the same time, and one name is reused again and
/// again.
class RacesIT {

    private static final int RACES = 10;
    private static final int RECREATIONS = 12;
    private static final String SETTLED_ONE = "\"SettledIntents.created\":1";

    /// The cluster is created, and the function does not learn it.
    private static final List<InjectedFault> MADE_UNKNOWN =
            List.of(
                    new InjectedFault(AwsStep.CREATE, Kind.CUT, Moment.AFTER, 1, 1),
                    new InjectedFault(AwsStep.LOOK, Kind.CUT, Moment.BEFORE, 1, 1));

    private static ChaosEnvironment environment;
    private static FunctionInstance another;

    @BeforeAll
    static void start() {
        environment = new ChaosEnvironment(GatewayVariant.RIGHT);
        another = environment.start("another", GatewayVariant.RIGHT);
    }

    @AfterAll
    static void stop() throws IOException {
        another.close();
        environment.close();
    }

    @Test
    void settlesOnceWhereTwoReconcilersRaceTheFunction() throws Exception {
        long settledByReconcilers = 0;
        for (int race = 0; race < RACES; race++) {
            String name = "race-" + race;
            ProxiedRun run = environment.begin(Requests.requestId(name), name, MADE_UNKNOWN);
            String event = Requests.create(name, name);
            assertThat(environment.instances().first().create(event).outcome())
                    .isEqualTo("outcome-unknown");
            run.pass(Duration.ofMinutes(3));
            // each has looked, and is about to write what it saw
            run.synchronize(AwsStep.OUTCOME, 3);

            List<String> outputs =
                    atOnce(
                            () -> environment.instances().first().create(event).toString(),
                            () -> environment.instances().second().reconcile(),
                            () -> another.reconcile());

            List<AuditEvent> events = environment.record(run.requestId());
            Made made = environment.ledger().made().getLast();
            assertThat(events)
                    .as(run.log().toString())
                    .extracting(AuditEvent::type)
                    .containsExactly(EventType.INTENDED, EventType.RESOLVED);
            assertThat(events.getLast().text("clusterArn")).contains(made.arn());
            assertThat(outputs.getFirst()).contains("201", made.arn());
            assertThat(outputs.subList(1, 3)).doesNotContain("");
            settledByReconcilers +=
                    outputs.stream().filter(line -> line.contains(SETTLED_ONE)).count();
            assertThat(environment.openIntents()).isZero();
        }
        // the races took place: both count what they saw settled, whoever was first
        assertThat(settledByReconcilers).isGreaterThan(RACES / 2);
        assertThat(environment.ledger().changes()).isEmpty();
        assertThat(environment.verify().status()).isEqualTo(Verdict.Status.OK);
    }

    @Test
    void followsACallerWhoRecreatesOneNameWhileAnswersAreLost() {
        String name = "again";
        var keys = new ArrayList<String>();
        var answers = new ArrayList<ClientAnswer>();
        ProxiedRun run = environment.begin(Requests.requestId("again-0"), name, List.of());
        for (int i = 0; i < RECREATIONS; i++) {
            String key = "again-" + i;
            keys.add(key);
            environment.sageMaker().clusters().remove(name);
            boolean lost = i % 3 > 0;
            run =
                    environment.beginAgain(
                            Requests.requestId(key), name, lost ? MADE_UNKNOWN : List.of());
            answers.add(environment.instances().first().create(Requests.create(name, key)));
            run.pass(Duration.ofSeconds(40));
        }
        for (int round = 0; environment.openIntents() > 0 && round < 10; round++) {
            run.pass(Duration.ofMinutes(5));
            environment.instances().first().reconcile();
        }

        assertThat(environment.openIntents()).isZero();
        List<Made> made =
                environment.ledger().made().stream()
                        .filter(each -> each.name().equals(name))
                        .toList();
        assertThat(made).hasSize(RECREATIONS).allMatch(Made::isIntended);
        assertThat(made).extracting(Made::arn).doesNotHaveDuplicates();
        for (int i = 0; i < RECREATIONS; i++) {
            List<AuditEvent> events = environment.record(Requests.requestId(keys.get(i)));
            boolean isLast = i == RECREATIONS - 1;
            String outcome = i % 3 == 0 || isLast ? "created" : "cluster-exists";
            assertThat(events).hasSize(2);
            assertThat(events.getLast().text("outcome")).contains(outcome);
            assertThat(events.getLast().text("clusterArn"))
                    .isEqualTo(
                            outcome.equals("created")
                                    ? Optional.of(made.get(i).arn())
                                    : Optional.empty());
            assertThat(answers.get(i).outcome())
                    .isEqualTo(i % 3 == 0 ? "created" : "outcome-unknown");
            assertThat(environment.instances().first().create(Requests.create(name, keys.get(i))))
                    .matches(ClientAnswer::isReplayed)
                    .extracting(ClientAnswer::outcome)
                    .isEqualTo(outcome);
        }
        assertThat(environment.ledger().made())
                .filteredOn(each -> each.name().equals(name))
                .hasSize(RECREATIONS);
        assertThat(environment.ledger().changes()).isEmpty();
        assertThat(environment.verify().status()).isEqualTo(Verdict.Status.OK);
    }

    @SafeVarargs
    private static List<String> atOnce(Callable<String>... calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outputs = new ArrayList<String>();
            for (Future<String> each : threads.invokeAll(List.of(calls))) outputs.add(each.get());
            return outputs;
        }
    }
}
