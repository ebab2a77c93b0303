package io.hyperpodgateway.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The client generated from the reduced model behaves like the published client.
class DynamoDbClientTest {

    private static final String ERROR_PREFIX = "com.amazonaws.dynamodb.v20120810#";

    private static final Consumer<DynamoDbClient> PUT =
            client -> client.putItem(r -> r.tableName("audit").item(Map.of()));

    private static final Consumer<DynamoDbClient> TRANSACT =
            client -> client.transactWriteItems(r -> r.clientRequestToken("once"));

    @ParameterizedTest
    @CsvSource({
        "400, ConditionalCheckFailedException, ConditionalCheckFailedException, false",
        "400, ItemCollectionSizeLimitExceededException, ItemCollectionSizeLimitExceededException, false",
        "400, ReplicatedWriteConflictException, ReplicatedWriteConflictException, false",
        "400, TransactionConflictException, TransactionConflictException, false",
        "400, ProvisionedThroughputExceededException, ProvisionedThroughputExceededException, true",
        "400, RequestLimitExceeded, RequestLimitExceededException, true",
        "400, ThrottlingException, ThrottlingException, true",
        "400, ResourceNotFoundException, ResourceNotFoundException, false",
        "500, InternalServerError, InternalServerErrorException, false",
        "400, ValidationException, DynamoDbException, false",
        "400, AccessDeniedException, DynamoDbException, false",
        "503, ServiceUnavailable, DynamoDbException, false"
    })
    void distinguishesTheErrorsOfAPut(int status, String code, String type, boolean throttling)
            throws IOException {
        distinguishes(PUT, status, code, type, throttling);
    }

    @ParameterizedTest
    @CsvSource({
        "400, IdempotentParameterMismatchException, IdempotentParameterMismatchException, false",
        "400, TransactionCanceledException, TransactionCanceledException, false",
        "400, TransactionInProgressException, TransactionInProgressException, true",
        "400, ProvisionedThroughputExceededException, ProvisionedThroughputExceededException, true",
        "400, RequestLimitExceeded, RequestLimitExceededException, true",
        "400, ThrottlingException, ThrottlingException, true",
        "500, InternalServerError, InternalServerErrorException, false"
    })
    void distinguishesTheErrorsOfATransaction(
            int status, String code, String type, boolean throttling) throws IOException {
        distinguishes(TRANSACT, status, code, type, throttling);
    }

    private static void distinguishes(
            Consumer<DynamoDbClient> call, int status, String code, String type, boolean throttling)
            throws IOException {
        DynamoDbException failure =
                failure(call, ScriptedServer.error(status, ERROR_PREFIX + code, "why"));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.statusCode()).isEqualTo(status);
        assertThat(failure.isThrottlingException()).isEqualTo(throttling);
        assertThat(failure.requestId()).isEqualTo("aws-request-1");
        assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(failure.awsErrorDetails().errorMessage()).isEqualTo("why");
    }

    @Test
    void returnsTheItemThatIsInTheWay() throws IOException {
        DynamoDbException failure =
                failure(
                        PUT,
                        answer(
                                "ConditionalCheckFailedException",
                                ",\"Item\":{\"pk\":{\"S\":\"there\"}}"));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        e ->
                                assertThat(e.item())
                                        .isEqualTo(Map.of("pk", AttributeValue.fromS("there"))));
    }

    @Test
    void reportsWhyATransactionWasCanceled() throws IOException {
        DynamoDbException failure =
                failure(
                        TRANSACT,
                        answer(
                                "TransactionCanceledException",
                                ",\"Message\":\"canceled\",\"CancellationReasons\":"
                                        + "[{\"Code\":\"None\"},{\"Code\":\"ThrottlingError\","
                                        + "\"Message\":\"slow down\"}]"));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        e ->
                                assertThat(e.cancellationReasons())
                                        .extracting(CancellationReason::code)
                                        .containsExactly("None", "ThrottlingError"));
    }

    /// Unreadable answers are noticed because operations' answers are parsed: an answer of which
    /// the model knows no member would always pass for success.
    @ParameterizedTest
    @MethodSource("writes")
    void doesNotTakeAnUnreadableAnswerForSuccess(Consumer<DynamoDbClient> write)
            throws IOException {
        try (var server = ScriptedServer.answering(ScriptedServer.ok("{\"Attr"));
                DynamoDbClient client = TestClients.dynamoDb(server.endpoint())) {
            assertThatExceptionOfType(SdkClientException.class)
                    .isThrownBy(() -> write.accept(client));
        }
    }

    static Stream<Consumer<DynamoDbClient>> writes() {
        return Stream.of(
                PUT, TRANSACT, client -> client.updateItem(r -> r.tableName("open").key(Map.of())));
    }

    @Test
    void doesNotTrustAnAnswerWithAWrongChecksum() {
        var clients =
                new AwsClients(
                        "eu-west-1",
                        TestClients.CREDENTIALS,
                        (_, _) -> {},
                        WrongSum::new,
                        WrongSum::new);
        try (DynamoDbClient client = clients.dynamoDb(Optional.empty())) {
            assertThatExceptionOfType(SdkClientException.class)
                    .isThrownBy(() -> client.getItem(r -> r.tableName("audit").key(Map.of())))
                    .isInstanceOf(Crc32MismatchException.class);
        }
    }

    private static ScriptedServer.ScriptedAnswer answer(String code, String members) {
        return new ScriptedServer.ScriptedAnswer(
                400,
                "application/x-amz-json-1.0",
                "{\"__type\":\"%s%s\"%s}".formatted(ERROR_PREFIX, code, members));
    }

    private static DynamoDbException failure(
            Consumer<DynamoDbClient> call, ScriptedServer.ScriptedAnswer answer)
            throws IOException {
        try (var server = ScriptedServer.answering(answer);
                DynamoDbClient client = TestClients.dynamoDb(server.endpoint())) {
            return catchThrowableOfType(DynamoDbException.class, () -> call.accept(client));
        }
    }

    /// An answer with a wrong checksum.
    private static final class WrongSum implements SdkHttpClient {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    var body = new ByteArrayInputStream(new byte[] {'{', '}'});
                    return HttpExecuteResponse.builder()
                            .response(
                                    SdkHttpResponse.builder()
                                            .statusCode(200)
                                            .putHeader("x-amz-crc32", "1")
                                            .build())
                            .responseBody(AbortableInputStream.create(body))
                            .build();
                }

                @Override
                public void abort() {
                    // nothing was sent
                }
            };
        }

        @Override
        public void close() {}
    }
}
