package io.hyperpodgateway.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.SampleEvents;
import io.hyperpodgateway.audit.WriteResult.Recorded;
import io.hyperpodgateway.audit.WriteResult.Taken;
import io.hyperpodgateway.aws.GatewayCredentials.MissingCredentialsException;
import io.hyperpodgateway.aws.TestClients;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.local.DynamoDbLocalServer;
import io.hyperpodgateway.local.Tables;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

class DynamoDbAuditLogFailureTest {

    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static DynamoDbLocalServer server;
    private static DynamoDbClient real;

    private final DynamoDbClient client = mock(DynamoDbClient.class, delegatesTo(real));
    private final DynamoDbAuditLog log = new DynamoDbAuditLog(client, "audit", "open");
    private final AuditEvent intent = SampleEvents.intent("r-" + UUID.randomUUID());
    private final AuditEvent refusal =
            SampleEvents.refusal("r-" + UUID.randomUUID(), "policy-denied");

    @BeforeAll
    static void start() throws IOException {
        server = DynamoDbLocalServer.start();
        real = TestClients.dynamoDb(server.endpoint());
        new Tables("audit", "open").create(real);
    }

    @AfterAll
    static void stop() {
        real.close();
        server.stop();
    }

    static Stream<RuntimeException> passing() {
        return Stream.of(
                canceled("None", "TransactionConflict"),
                canceled("ThrottlingError", "None"),
                TransactionConflictException.builder().statusCode(400).build(),
                TransactionInProgressException.builder().statusCode(400).build(),
                answer(400, "ProvisionedThroughputExceededException"),
                answer(400, "ThrottlingException"),
                answer(500, "InternalServerError"),
                answer(503, "ServiceUnavailable"),
                ApiCallTimeoutException.create(1),
                SdkClientException.create("lost", new SocketException("Connection reset")));
    }

    static Stream<RuntimeException> lasting() {
        return Stream.of(
                canceled("ValidationError"),
                answer(400, "AccessDeniedException"),
                answer(400, "ResourceNotFoundException"),
                answer(400, "ValidationException"),
                SdkClientException.create("none", new MissingCredentialsException(null)),
                new IllegalStateException("a bug"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void triesAgainWhatMayPass(RuntimeException failure) {
        doThrow(failure).doAnswer(delegatesTo(real)).when(client).transactWriteItems(anyWrite());

        assertThat(log.intend(intent, BUDGET)).isEqualTo(new Recorded());

        verify(client, times(2)).transactWriteItems(anyWrite());
        assertThat(log.eventsOf(intent.requestId(), BUDGET)).containsExactly(intent);
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void doesNotTryAgainWhatLasts(RuntimeException failure) {
        doThrow(failure).when(client).transactWriteItems(anyWrite());

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> log.intend(intent, BUDGET))
                .withMessageContaining("audit")
                .withCause(failure);

        verify(client, times(1)).transactWriteItems(anyWrite());
        verify(client, never()).getItem(any(GetItemRequest.class));
    }

    @Test
    void takesALostAnswerForASuccess() {
        doAnswer(
                        call -> {
                            real.transactWriteItems(call.<TransactWriteItemsRequest>getArgument(0));
                            throw lost();
                        })
                .doAnswer(delegatesTo(real))
                .when(client)
                .transactWriteItems(anyWrite());

        assertThat(log.intend(intent, BUDGET)).isEqualTo(new Recorded());
    }

    @Test
    void takesALostAnswerOfAnOutcomeForASuccess() {
        log.intend(intent, BUDGET);
        takesALostAnswerOf(SampleEvents.outcome(intent, "created"));
    }

    private void takesALostAnswerOf(AuditEvent outcome) {
        doAnswer(
                        call -> {
                            real.transactWriteItems(call.<TransactWriteItemsRequest>getArgument(0));
                            throw lost();
                        })
                .doThrow(canceled("ConditionalCheckFailed", "None"))
                .when(client)
                .transactWriteItems(anyWrite());

        assertThat(log.conclude(outcome, BUDGET)).isEqualTo(new Recorded());
        assertThat(log.eventsOf(intent.requestId(), BUDGET)).containsExactly(intent, outcome);
    }

    @Test
    void takesALostAnswerOfAnAppendedEventForASuccess() {
        doAnswer(
                        call -> {
                            real.putItem(call.<PutItemRequest>getArgument(0));
                            throw lost();
                        })
                .doAnswer(delegatesTo(real))
                .when(client)
                .putItem(any(PutItemRequest.class));

        assertThat(log.append(refusal, BUDGET)).isEqualTo(new Recorded());
        verify(client, times(2)).putItem(any(PutItemRequest.class));
    }

    @Test
    void readsWhereEveryAnswerIsLost() {
        doAnswer(
                        call -> {
                            real.transactWriteItems(call.<TransactWriteItemsRequest>getArgument(0));
                            throw lost();
                        })
                .doThrow(lost())
                .when(client)
                .transactWriteItems(anyWrite());

        assertThat(log.intend(intent, SHORT)).isEqualTo(new Recorded());
    }

    @Test
    void showsTheOtherWhereTheTokenWasUsedForAnother() {
        AuditEvent other = AuditEvent.seal(intent.members().with("clusterName", Json.of("ml-2")));
        log.intend(other, BUDGET);
        doThrow(IdempotentParameterMismatchException.builder().statusCode(400).build())
                .when(client)
                .transactWriteItems(anyWrite());

        assertThat(log.intend(intent, BUDGET)).isEqualTo(new Taken(other));
    }

    @Test
    void isUndecidedWhereNothingIsStoredInTheEnd() {
        doThrow(lost()).when(client).transactWriteItems(anyWrite());
        long before = System.nanoTime();

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> log.intend(intent, SHORT))
                .withMessageContaining("Connection reset");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SHORT.plusSeconds(1));
    }

    @Test
    void isUndecidedWhereReadingFailsToo() {
        doThrow(lost()).when(client).transactWriteItems(anyWrite());
        doThrow(answer(500, "InternalServerError")).when(client).getItem(any(GetItemRequest.class));

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> log.intend(intent, SHORT));
    }

    @Test
    void readsAgainWhatMayPass() {
        log.intend(intent, BUDGET);
        doThrow(answer(500, "InternalServerError"))
                .doAnswer(delegatesTo(real))
                .when(client)
                .query(any(QueryRequest.class));

        assertThat(log.eventsOf(intent.requestId(), BUDGET)).containsExactly(intent);
    }

    @Test
    void looksUpTheLastAttemptAgainWhereThatMayHelp() {
        log.intend(intent, BUDGET);
        doThrow(answer(500, "InternalServerError"))
                .doAnswer(delegatesTo(real))
                .when(client)
                .query(any(QueryRequest.class));

        assertThat(log.lastAttempt(intent.requestId(), BUDGET)).containsExactly(intent);
    }

    @Test
    void looksUpTheLastOfManyAttemptsInOneCall() {
        AuditEvent last = intent;
        log.intend(intent, BUDGET);
        for (int i = 0; i < 5; i++) {
            log.conclude(SampleEvents.outcome(last, "throttled"), BUDGET);
            last = SampleEvents.another(last);
            log.intend(last, BUDGET);
        }

        assertThat(log.lastAttempt(intent.requestId(), BUDGET)).containsExactly(last);

        verify(client, times(1)).query(any(QueryRequest.class));
    }

    @Test
    void readsOnWhereAPageEndsBeforeTheIntent() {
        AuditEvent outcome = SampleEvents.outcome(intent, "throttled");
        log.intend(intent, BUDGET);
        log.conclude(outcome, BUDGET);
        doAnswer(call -> real.query(call.<QueryRequest>getArgument(0).toBuilder().limit(1).build()))
                .when(client)
                .query(any(QueryRequest.class));

        assertThat(log.lastAttempt(intent.requestId(), BUDGET)).containsExactly(intent, outcome);

        verify(client, times(2)).query(any(QueryRequest.class));
    }

    @Test
    void failsToReadTheLastAttemptWhereReadingFails() {
        doThrow(answer(400, "AccessDeniedException")).when(client).query(any(QueryRequest.class));

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> log.lastAttempt(intent.requestId(), SHORT));
    }

    @Test
    void stopsTryingWhenItsThreadIsToEnd() {
        doThrow(lost()).when(client).transactWriteItems(anyWrite());
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(AuditUnavailableException.class)
                    .isThrownBy(() -> log.intend(intent, BUDGET));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        verify(client, times(1)).transactWriteItems(anyWrite());
    }

    @Test
    void revealsNoSecretOfARefusedSignature() {
        DynamoDbException refused =
                (DynamoDbException)
                        DynamoDbException.builder()
                                .statusCode(403)
                                .awsErrorDetails(
                                        AwsErrorDetails.builder()
                                                .errorCode("InvalidSignatureException")
                                                .errorMessage("x-amz-security-token:SECRET")
                                                .build())
                                .build();
        doThrow(refused).when(client).query(any(QueryRequest.class));

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> log.eventsOf("r-1", BUDGET))
                .withMessageContaining("InvalidSignatureException")
                .withMessageNotContaining("SECRET");
    }

    private static TransactWriteItemsRequest anyWrite() {
        return any(TransactWriteItemsRequest.class);
    }

    private static SdkClientException lost() {
        return SdkClientException.create("lost", new SocketException("Connection reset"));
    }

    private static RuntimeException canceled(String... codes) {
        return TransactionCanceledException.builder()
                .statusCode(400)
                .cancellationReasons(
                        Stream.of(codes)
                                .map(code -> CancellationReason.builder().code(code).build())
                                .toList())
                .build();
    }

    private static RuntimeException answer(int status, String code) {
        return DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(
                        AwsErrorDetails.builder().errorCode(code).errorMessage("so it is").build())
                .build();
    }
}
