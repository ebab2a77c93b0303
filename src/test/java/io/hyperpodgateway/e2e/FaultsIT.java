package io.hyperpodgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.local.sagemaker.Fault;
import io.hyperpodgateway.local.sagemaker.Operation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// What happens when AWS answers late, wrongly or never, call by call, with the record checked
/// after each.
class FaultsIT {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @AutoClose private static final World world = World.start();

    @AfterEach
    void heal() {
        world.sageMaker().reset();
        world.dynamoDb().heal();
    }

    static Stream<Arguments> certain() {
        return Stream.of(
                Arguments.of(Fault.throttling(), 429, "throttled"),
                Arguments.of(Fault.denyingAccess(), 502, "gateway-misconfigured"),
                Arguments.of(Fault.unavailable(), 503, "sagemaker-unavailable"),
                Arguments.of(
                        Fault.refusing(400, "ValidationException", "Unable to assume the role"),
                        422,
                        "rejected-by-sagemaker"),
                Arguments.of(
                        Fault.refusing(400, "ResourceLimitExceeded", "limit 0"),
                        429,
                        "resource-limit-exceeded"),
                Arguments.of(Fault.refusing(400, "ResourceInUse", "taken"), 409, "cluster-exists"));
    }

    @ParameterizedTest
    @MethodSource("certain")
    void recordsWhatSageMakerCertainlyRefused(Fault fault, int status, String problem) {
        world.sageMaker().injectAlways(Operation.CREATE_CLUSTER, fault);

        Response response = world.send(Events.create(name()));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.problem()).isEqualTo(problem);
        assertThat(response.findings()).isNotEmpty();
        assertThat(outcomes(response)).containsExactly("INTENDED open", "COMPLETED " + problem);
        assertThat(world.sageMaker().clusters().all()).isEmpty();
    }

    static Stream<Fault> unclear() {
        return Stream.of(
                Fault.failing(),
                Fault.resetting(),
                Fault.garbling(),
                Fault.withoutArn(),
                Fault.saying(502, "<html>"),
                Fault.saying(403, "<html>"));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void leavesTheIntentOpenWhenNothingWasMadeAndNobodyKnows(Fault fault) {
        world.sageMaker().inject(Operation.CREATE_CLUSTER, fault);
        int open = world.openIntents();

        Response response = world.send(Events.create(name()));

        assertThat(response.status()).isEqualTo(504);
        assertThat(response.problem()).isEqualTo("outcome-unknown");
        assertThat(response.body().text("instance")).contains("/requests/" + response.requestId());
        assertThat(outcomes(response)).containsExactly("INTENDED open");
        assertThat(world.openIntents()).isEqualTo(open + 1);
        assertThat(world.sageMaker().requests(Operation.CREATE_CLUSTER)).hasSize(1);
        assertThat(
                        world.send(Events.get("/requests/" + response.requestId()))
                                .body()
                                .text("outcome"))
                .contains("open");
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void findsItsClusterByTheTagWhenTheAnswerWasLost(Fault fault) {
        world.sageMaker().inject(Operation.CREATE_CLUSTER, fault.afterActing());

        Response response = world.send(Events.create(name()));

        assertThat(response.status()).isEqualTo(201);
        assertThat(outcomes(response)).containsExactly("INTENDED open", "COMPLETED created");
        assertThat(world.sageMaker().requests(Operation.CREATE_CLUSTER)).hasSize(1);
        assertThat(world.sageMaker().clusters().all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"DESCRIBE_CLUSTER", "LIST_TAGS"})
    void leavesTheIntentOpenWhenLookingFailsToo(Operation look) {
        world.sageMaker().inject(Operation.CREATE_CLUSTER, Fault.resetting().afterActing());
        world.sageMaker().injectAlways(look, Fault.failing());

        Response response = world.send(Events.create(name()));

        assertThat(response.problem()).isEqualTo("outcome-unknown");
        assertThat(outcomes(response)).containsExactly("INTENDED open");
    }

    @Test
    void writesTheOutcomeWhenSageMakerIsSlowPastTheDeadline() {
        world.sageMaker()
                .inject(Operation.CREATE_CLUSTER, Fault.answeringAfter(Duration.ofSeconds(60)));

        Response response = world.send(Events.create(name()), Duration.ofSeconds(12));

        assertThat(response.status()).isEqualTo(201);
        assertThat(outcomes(response)).containsExactly("INTENDED open", "COMPLETED created");
    }

    @Test
    void answersInTimeWhenSageMakerDoesNotActAtAll() {
        world.sageMaker()
                .inject(Operation.CREATE_CLUSTER, Fault.actingAfter(Duration.ofSeconds(60)));

        Response response = world.send(Events.create(name()), Duration.ofSeconds(12));

        assertThat(response.problem()).isEqualTo("outcome-unknown");
        assertThat(outcomes(response)).containsExactly("INTENDED open");
    }

    @Test
    void sendsNothingWithTooLittleTimeLeft() {
        Response response = world.send(Events.create(name()), Duration.ofMillis(7_900));

        assertThat(response.status()).isEqualTo(503);
        assertThat(outcomes(response))
                .containsExactly("INTENDED open", "COMPLETED sagemaker-unavailable");
        assertThat(world.sageMaker().requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyRelay.Fault.class,
            names = {"REFUSED", "DENIED", "THROTTLED", "FAILED", "RESET", "GARBLED", "SLOW"})
    void createsNothingWhenTheIntentCannotBeRecorded(FaultyRelay.Fault fault) {
        world.dynamoDb().injectAlways("TransactWriteItems", fault);

        Response response = world.send(Events.create(name()));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.problem()).isEqualTo("audit-unavailable");
        assertThat(world.sageMaker().requests()).isEmpty();
        assertThat(world.function().log())
                .anyMatch(line ->
                        line.contains(response.requestId()) && line.contains("UnrecordedEvents"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyRelay.Fault.class,
            names = {
                "THROTTLED",
                "FAILED",
                "FAILED_AFTER_ACTING",
                "RESET",
                "RESET_AFTER_ACTING",
                "GARBLED_AFTER_ACTING"
            })
    void triesAgainWhenARecordsAnswerIsLost(FaultyRelay.Fault fault) {
        world.dynamoDb().inject("TransactWriteItems", fault, 1);

        Response response = world.send(Events.create(name()));

        assertThat(response.status()).isEqualTo(201);
        assertThat(outcomes(response)).containsExactly("INTENDED open", "COMPLETED created");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyRelay.Fault.class,
            names = {"DENIED", "FAILED", "RESET", "SLOW"})
    void answersARefusalThatCannotBeRecorded(FaultyRelay.Fault fault) {
        world.dynamoDb().injectAlways("PutItem", fault);
        world.dynamoDb().injectAlways("TransactWriteItems", fault);

        Response response = world.send(Events.named("refused-denied-type"));

        assertThat(response.problem()).isEqualTo("policy-denied");
        assertThat(world.function().log())
                .anyMatch(line ->
                        line.contains(response.requestId()) && line.contains("UnrecordedEvents"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyRelay.Fault.class,
            names = {"DENIED", "FAILED", "RESET", "SLOW"})
    void tellsThatTheRecordCannotBeRead(FaultyRelay.Fault fault) {
        world.dynamoDb().injectAlways("Query", fault);

        Response response =
                world.send(Events.get("/requests/r-" + "0".repeat(32)), Duration.ofSeconds(5));

        assertThat(response.problem()).isEqualTo("audit-unavailable");
        assertThat(response.headers().text("Retry-After")).isPresent();
    }

    private static String name() {
        return "faulty-" + NAMES.incrementAndGet();
    }

    private static List<String> outcomes(Response response) {
        return world.record(response.requestId()).stream()
                .map(event -> event.type() + " " + event.text("outcome").orElse("open"))
                .toList();
    }
}
