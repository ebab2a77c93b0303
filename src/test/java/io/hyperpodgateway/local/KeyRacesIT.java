package io.hyperpodgateway.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.local.RunningGateway.LocalAnswer;
import io.hyperpodgateway.local.sagemaker.StandInOperation;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Many callers at once: one cluster, and consistent answers.
@Timeout(180)
class KeyRacesIT {

    private static final int CALLERS = 64;

    /// Answers while another request with the same key is faster.
    private static final Set<String> NOT_YET = Set.of("request-in-progress", "audit-unavailable");

    @AutoClose private static final RunningGateway gateway = new RunningGateway();

    @BeforeEach
    void begin() {
        gateway.sageMaker().reset();
    }

    @Test
    void makesOneClusterForManyCallersWithOneKey() throws Exception {
        String body = RunningGateway.body("one-key");

        List<LocalAnswer> answers = atOnce(_ -> gateway.post(RunningGateway.ROLE, "one-key", body));

        LocalAnswer made = gateway.postUntilAnswered(RunningGateway.ROLE, "one-key", body);
        assertThat(made.status()).isEqualTo(201);
        assertThat(gateway.sageMaker().clusters().all())
                .singleElement()
                .matches(cluster -> cluster.arn().equals(made.arn()));
        assertThat(gateway.sageMaker().requests(StandInOperation.CREATE_CLUSTER)).hasSize(1);
        assertThat(gateway.record(made.requestId()))
                .extracting(AuditEvent::type)
                .containsExactly(EventType.INTENDED, EventType.COMPLETED);
        assertThat(answers).filteredOn(answer -> !NOT_YET.contains(answer.outcome())).isNotEmpty();
        for (LocalAnswer answer : answers) {
            if (NOT_YET.contains(answer.outcome())) {
                assertThat(answer.header("Retry-After")).isPresent();
                if (answer.outcome().equals("request-in-progress")) {
                    assertThat(answer.body().text("instance"))
                            .contains("/requests/" + made.requestId());
                }
                continue;
            }
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo(made.body());
            assertThat(answer.requestId()).isEqualTo(made.requestId());
        }
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201 && !answer.isReplayed())
                .hasSize(1);
        assertThat(gateway.openIntents()).isZero();
    }

    @Test
    void makesOneClusterForManyKeysAndOneName() throws Exception {
        String body = RunningGateway.body("one-name");

        List<LocalAnswer> answers =
                atOnce(i -> gateway.postUntilAnswered(RunningGateway.ROLE, "one-name-" + i, body));

        assertThat(gateway.sageMaker().clusters().all()).hasSize(1);
        assertThat(answers).filteredOn(a -> a.outcome().equals("created")).hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.outcome().equals("cluster-exists"))
                .hasSize(CALLERS - 1);
        assertThat(gateway.openIntents()).isZero();
        for (int i = 0; i < CALLERS; i++) {
            LocalAnswer again = gateway.post(RunningGateway.ROLE, "one-name-" + i, body);
            assertThat(again.isReplayed()).isTrue();
            assertThat(again.body()).isEqualTo(answers.get(i).body());
        }
    }

    @Test
    void keepsTwoCallersWithTheSameKeyApart() throws Exception {
        List<LocalAnswer> answers =
                atOnce(i ->
                        gateway.postUntilAnswered(
                                i % 2 == 0 ? RunningGateway.ROLE : RunningGateway.OTHER_ROLE,
                                "shared-text",
                                RunningGateway.body("apart-" + i % 2)));

        for (int side = 0; side < 2; side++) {
            var arns = new HashSet<String>();
            for (int i = side; i < CALLERS; i += 2) arns.add(answers.get(i).arn());
            assertThat(arns).hasSize(1);
        }
        assertThat(gateway.sageMaker().clusters().all()).hasSize(2);
        assertThat(gateway.sageMaker().requests(StandInOperation.CREATE_CLUSTER)).hasSize(2);
    }

    @Test
    void followsACallerWhoDeletesAndRecreatesOneName() {
        String body = RunningGateway.body("again");
        var made = new ArrayList<LocalAnswer>();
        for (int i = 0; i < 20; i++) {
            LocalAnswer created =
                    gateway.postUntilAnswered(RunningGateway.ROLE, "again-" + i, body);
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.isReplayed()).isFalse();
            made.add(created);
            assertThat(gateway.post(RunningGateway.ROLE, "too-soon-" + i, body).outcome())
                    .isEqualTo("cluster-exists");
            gateway.sageMaker().clusters().remove("again");
        }

        assertThat(made).extracting(LocalAnswer::arn).doesNotHaveDuplicates();
        for (int i = 0; i < made.size(); i++) {
            LocalAnswer replay = gateway.post(RunningGateway.ROLE, "again-" + i, body);
            assertThat(replay.isReplayed()).isTrue();
            assertThat(replay.body()).isEqualTo(made.get(i).body());
        }
        assertThat(gateway.sageMaker().clusters().all()).isEmpty();
    }

    private static List<LocalAnswer> atOnce(IntFunction<LocalAnswer> call) throws Exception {
        var start = new CyclicBarrier(CALLERS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<LocalAnswer>>();
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                calls.add(() -> {
                    start.await();
                    return call.apply(caller);
                });
            }
            var answers = new ArrayList<LocalAnswer>();
            for (Future<LocalAnswer> future : threads.invokeAll(calls)) answers.add(future.get());
            return answers;
        }
    }
}
