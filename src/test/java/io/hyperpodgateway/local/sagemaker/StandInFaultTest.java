package io.hyperpodgateway.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

class StandInFaultTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final Duration LONGER = Duration.ofSeconds(30);

    private static SageMakerStandIn standIn;
    private static SageMakerClient client;

    @BeforeAll
    static void start() throws IOException {
        standIn = SageMakerStandIn.start();
        client = StandInClient.of(standIn.endpoint(), TIMEOUT);
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        standIn.close();
    }

    @BeforeEach
    void reset() {
        standIn.reset();
    }

    @Test
    void throttlesSoManyTimes() {
        standIn.inject(StandInOperation.CREATE_CLUSTER, StandInFault.throttling(), 2);

        assertThatThrownBy(this::create)
                .satisfies(e -> assertThat(error(e).isThrottlingException()).isTrue());
        assertThatThrownBy(this::create)
                .satisfies(e -> assertThat(error(e).isThrottlingException()).isTrue());
        assertThatCode(this::create).doesNotThrowAnyException();
    }

    @Test
    void refusesWithAnyCodeAndStatus() {
        standIn.inject(
                StandInOperation.CREATE_CLUSTER, StandInFault.refusing(418, "Teapot", "no coffee"));

        assertThatThrownBy(this::create)
                .satisfies(e -> {
                    assertThat(error(e).statusCode()).isEqualTo(418);
                    assertThat(error(e).awsErrorDetails().errorCode()).isEqualTo("Teapot");
                    assertThat(error(e).awsErrorDetails().errorMessage()).isEqualTo("no coffee");
                    assertThat(error(e).requestId())
                            .isEqualTo(standIn.requests().getFirst().requestId());
                });
        assertNothingMade();
    }

    @Test
    void deniesAccessAndIsUnavailable() {
        standIn.inject(StandInOperation.CREATE_CLUSTER, StandInFault.denyingAccess());
        standIn.inject(StandInOperation.CREATE_CLUSTER, StandInFault.unavailable());

        assertThatThrownBy(this::create)
                .satisfies(e ->
                        assertThat(error(e).awsErrorDetails().errorCode())
                                .isEqualTo("AccessDeniedException"));
        assertThatThrownBy(this::create)
                .satisfies(e -> assertThat(error(e).statusCode()).isEqualTo(503));
        assertNothingMade();
    }

    @Test
    void resetsTheConnectionBeforeActing() {
        standIn.inject(StandInOperation.CREATE_CLUSTER, StandInFault.resetting());

        assertThatThrownBy(this::create)
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(SocketException.class)
                .hasRootCauseMessage("Connection reset");
        assertNothingMade();
    }

    @Test
    void resetsTheConnectionAfterActing() {
        standIn.inject(StandInOperation.CREATE_CLUSTER, StandInFault.resetting().afterActing());

        assertThatThrownBy(this::create).hasRootCauseMessage("Connection reset");
        assertMade();
    }

    @Test
    void resetsAKeptConnectionAndIsAskedOnce() {
        assertThatCode(() -> client.listClusters(_ -> {})).doesNotThrowAnyException();
        standIn.inject(StandInOperation.CREATE_CLUSTER, StandInFault.resetting().afterActing());

        assertThatThrownBy(this::create).hasRootCauseMessage("Connection reset");
        assertMade();
        assertThat(standIn.requests(StandInOperation.CREATE_CLUSTER)).hasSize(1);
    }

    @Test
    void failsBeforeAndAfterActing() {
        standIn.inject(StandInOperation.CREATE_CLUSTER, StandInFault.failing());
        assertThatThrownBy(this::create)
                .satisfies(e -> assertThat(error(e).statusCode()).isEqualTo(500));
        assertNothingMade();

        standIn.inject(StandInOperation.CREATE_CLUSTER, StandInFault.failing().afterActing());
        assertThatThrownBy(this::create)
                .satisfies(e -> assertThat(error(e).statusCode()).isEqualTo(500));
        assertMade();
    }

    @Test
    void answersGarbage() {
        standIn.inject(StandInOperation.CREATE_CLUSTER, StandInFault.garbling().afterActing());

        assertThatThrownBy(this::create).isInstanceOf(SdkClientException.class);
        assertMade();
    }

    @Test
    void answersWithoutArn() {
        standIn.inject(StandInOperation.CREATE_CLUSTER, StandInFault.withoutArn().afterActing());

        assertThat(client.createCluster(SageMakerStandInTest.good("alpha").build()).clusterArn())
                .isNull();
        assertMade();
    }

    @Test
    void actsAtOnceAndAnswersLate() {
        standIn.inject(StandInOperation.CREATE_CLUSTER, StandInFault.answeringAfter(LONGER));

        assertThatThrownBy(this::create).hasRootCauseInstanceOf(SocketTimeoutException.class);
        assertMade();
    }

    @Test
    void actsLate() {
        standIn.inject(StandInOperation.CREATE_CLUSTER, StandInFault.actingAfter(LONGER));

        assertThatThrownBy(this::create).hasRootCauseInstanceOf(SocketTimeoutException.class);
        assertNothingMade();
    }

    @Test
    void oneOperationsFaultIsNotAnothers() {
        standIn.injectAlways(StandInOperation.CREATE_CLUSTER, StandInFault.unavailable());

        assertThatCode(() -> client.listClusters(_ -> {})).doesNotThrowAnyException();
        assertThatThrownBy(this::create).isInstanceOf(SageMakerException.class);
        assertThatThrownBy(this::create).isInstanceOf(SageMakerException.class);
    }

    private void create() {
        client.createCluster(SageMakerStandInTest.good("alpha").build());
    }

    private static SageMakerException error(Throwable thrown) {
        return (SageMakerException) thrown;
    }

    private static void assertMade() {
        assertThat(standIn.clusters().find("alpha")).isPresent();
    }

    private static void assertNothingMade() {
        assertThat(standIn.clusters().all()).isEmpty();
    }
}
