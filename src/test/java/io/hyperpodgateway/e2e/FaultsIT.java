package io.hyperpodgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.local.sagemaker.StandInFault;
import io.hyperpodgateway.local.sagemaker.StandInOperation;

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

/// Slow, wrong and missing answers of AWS, call by call; the record is checked after each.
class FaultsIT {

    private static final AtomicInteger NAMES = new AtomicInteger();

    @AutoClose private static final FunctionFixture fixture = FunctionFixture.start();

    @AfterEach
    void heal() {
        fixture.sageMaker().reset();
        fixture.dynamoDb().heal();
    }

    static Stream<Arguments> certain() {
        return Stream.of(
                Arguments.of(StandInFault.throttling(), 429, "throttled"),
                Arguments.of(StandInFault.denyingAccess(), 502, "gateway-misconfigured"),
                Arguments.of(StandInFault.unavailable(), 503, "sagemaker-unavailable"),
                Arguments.of(
                        StandInFault.refusing(
                                400, "ValidationException", "Unable to assume the role"),
                        422,
                        "rejected-by-sagemaker"),
                Arguments.of(
                        StandInFault.refusing(400, "ResourceLimitExceeded", "limit 0"),
                        429,
                        "resource-limit-exceeded"),
                Arguments.of(
                        StandInFault.refusing(400, "ResourceInUse", "taken"),
                        409,
                        "cluster-exists"));
    }

    @ParameterizedTest
    @MethodSource("certain")
    void recordsWhatSageMakerCertainlyRefused(
            StandInFault standInFault, int status, String problem) {
        fixture.sageMaker().injectAlways(StandInOperation.CREATE_CLUSTER, standInFault);

        Response response = fixture.send(Events.create(name()));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.problem()).isEqualTo(problem);
        assertThat(response.findings()).isNotEmpty();
        assertThat(outcomes(response)).containsExactly("INTENDED open", "COMPLETED " + problem);
        assertThat(fixture.sageMaker().clusters().all()).isEmpty();
    }

    static Stream<StandInFault> unclear() {
        return Stream.of(
                StandInFault.failing(),
                StandInFault.resetting(),
                StandInFault.garbling(),
                StandInFault.withoutArn(),
                StandInFault.answering(502, "<html>"),
                StandInFault.answering(403, "<html>"));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void leavesTheIntentOpenWhenNothingWasMadeAndNobodyKnows(StandInFault standInFault) {
        fixture.sageMaker().inject(StandInOperation.CREATE_CLUSTER, standInFault);
        int open = fixture.openIntents();

        Response response = fixture.send(Events.create(name()));

        assertThat(response.status()).isEqualTo(504);
        assertThat(response.problem()).isEqualTo("outcome-unknown");
        assertThat(response.body().text("instance")).contains("/requests/" + response.requestId());
        assertThat(outcomes(response)).containsExactly("INTENDED open");
        assertThat(fixture.openIntents()).isEqualTo(open + 1);
        assertThat(fixture.sageMaker().requests(StandInOperation.CREATE_CLUSTER)).hasSize(1);
        assertThat(
                        fixture.send(Events.get("/requests/" + response.requestId()))
                                .body()
                                .text("outcome"))
                .contains("open");
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void findsItsClusterByTheTagWhenTheAnswerWasLost(StandInFault standInFault) {
        fixture.sageMaker().inject(StandInOperation.CREATE_CLUSTER, standInFault.afterActing());

        Response response = fixture.send(Events.create(name()));

        assertThat(response.status()).isEqualTo(201);
        assertThat(outcomes(response)).containsExactly("INTENDED open", "COMPLETED created");
        assertThat(fixture.sageMaker().requests(StandInOperation.CREATE_CLUSTER)).hasSize(1);
        assertThat(fixture.sageMaker().clusters().all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"DESCRIBE_CLUSTER", "LIST_TAGS"})
    void leavesTheIntentOpenWhenLookingFailsToo(StandInOperation look) {
        fixture.sageMaker()
                .inject(StandInOperation.CREATE_CLUSTER, StandInFault.resetting().afterActing());
        fixture.sageMaker().injectAlways(look, StandInFault.failing());

        Response response = fixture.send(Events.create(name()));

        assertThat(response.problem()).isEqualTo("outcome-unknown");
        assertThat(outcomes(response)).containsExactly("INTENDED open");
    }

    @Test
    void writesTheOutcomeWhenSageMakerIsSlowPastTheDeadline() {
        fixture.sageMaker()
                .inject(
                        StandInOperation.CREATE_CLUSTER,
                        StandInFault.answeringAfter(Duration.ofSeconds(60)));

        Response response = fixture.send(Events.create(name()), Duration.ofSeconds(12));

        assertThat(response.status()).isEqualTo(201);
        assertThat(outcomes(response)).containsExactly("INTENDED open", "COMPLETED created");
    }

    @Test
    void answersInTimeWhenSageMakerDoesNotActAtAll() {
        fixture.sageMaker()
                .inject(
                        StandInOperation.CREATE_CLUSTER,
                        StandInFault.actingAfter(Duration.ofSeconds(60)));

        Response response = fixture.send(Events.create(name()), Duration.ofSeconds(12));

        assertThat(response.problem()).isEqualTo("outcome-unknown");
        assertThat(outcomes(response)).containsExactly("INTENDED open");
    }

    @Test
    void sendsNothingWithTooLittleTimeLeft() {
        Response response = fixture.send(Events.create(name()), Duration.ofMillis(7_900));

        assertThat(response.status()).isEqualTo(503);
        assertThat(outcomes(response))
                .containsExactly("INTENDED open", "COMPLETED sagemaker-unavailable");
        assertThat(fixture.sageMaker().requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyRelay.RelayFault.class,
            names = {"REFUSED", "DENIED", "THROTTLED", "FAILED", "RESET", "GARBLED", "SLOW"})
    void createsNothingWhenTheIntentCannotBeRecorded(FaultyRelay.RelayFault fault) {
        fixture.dynamoDb().injectAlways("TransactWriteItems", fault);

        Response response = fixture.send(Events.create(name()));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.problem()).isEqualTo("audit-unavailable");
        assertThat(fixture.sageMaker().requests()).isEmpty();
        assertThat(fixture.function().log())
                .anyMatch(line ->
                        line.contains(response.requestId()) && line.contains("UnrecordedEvents"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyRelay.RelayFault.class,
            names = {
                "THROTTLED",
                "FAILED",
                "FAILED_AFTER_ACTING",
                "RESET",
                "RESET_AFTER_ACTING",
                "GARBLED_AFTER_ACTING"
            })
    void triesAgainWhenARecordsAnswerIsLost(FaultyRelay.RelayFault fault) {
        fixture.dynamoDb().inject("TransactWriteItems", fault, 1);

        Response response = fixture.send(Events.create(name()));

        assertThat(response.status()).isEqualTo(201);
        assertThat(outcomes(response)).containsExactly("INTENDED open", "COMPLETED created");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyRelay.RelayFault.class,
            names = {"DENIED", "FAILED", "RESET", "SLOW"})
    void answersARefusalThatCannotBeRecorded(FaultyRelay.RelayFault fault) {
        fixture.dynamoDb().injectAlways("PutItem", fault);
        fixture.dynamoDb().injectAlways("TransactWriteItems", fault);

        Response response = fixture.send(Events.named("refused-denied-type"));

        assertThat(response.problem()).isEqualTo("policy-denied");
        assertThat(fixture.function().log())
                .anyMatch(line ->
                        line.contains(response.requestId()) && line.contains("UnrecordedEvents"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyRelay.RelayFault.class,
            names = {"DENIED", "FAILED", "RESET", "SLOW"})
    void reportsThatTheRecordCannotBeRead(FaultyRelay.RelayFault fault) {
        fixture.dynamoDb().injectAlways("Query", fault);

        Response response =
                fixture.send(Events.get("/requests/r-" + "0".repeat(32)), Duration.ofSeconds(5));

        assertThat(response.problem()).isEqualTo("audit-unavailable");
        assertThat(response.headers().text("Retry-After")).isPresent();
    }

    private static String name() {
        return "faulty-" + NAMES.incrementAndGet();
    }

    private static List<String> outcomes(Response response) {
        return fixture.record(response.requestId()).stream()
                .map(event -> event.type() + " " + event.text("outcome").orElse("open"))
                .toList();
    }
}
