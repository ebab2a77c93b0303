package io.hyperpodgateway.lambda.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.Hour;
import io.hyperpodgateway.aws.TestClients;
import io.hyperpodgateway.aws.dynamodb.DynamoDbDigestStore;
import io.hyperpodgateway.aws.s3.LoopbackS3;
import io.hyperpodgateway.local.DynamoDbLocalServer;
import io.hyperpodgateway.local.Tables;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

class DigestFunctionTest {

    private static final Hour TEN = Hour.parse("2026-11-23T10").orElseThrow();
    private static final Clock CLOCK =
            Clock.fixed(TEN.plus(1).start().plusSeconds(900), ZoneOffset.UTC);

    private final Context context = mock(Context.class);
    private final DynamoDbLocalServer server = DynamoDbLocalServer.start();
    private final DynamoDbClient client = TestClients.dynamoDb(server.endpoint());
    private final LoopbackS3 s3 = LoopbackS3.start();

    DigestFunctionTest() throws IOException {}

    @BeforeEach
    void makeTheTables() {
        new Tables("audit", "open").create(client);
        when(context.getRemainingTimeInMillis()).thenReturn(300_000);
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop();
        s3.close();
    }

    @Test
    void makesADigestAndKeepsItInTheBucket() throws IOException {
        s3.answer(200, "");

        assertThat(handled()).isEqualTo("{}");

        Digest digest = new DynamoDbDigestStore(client, "audit").of(TEN).orElseThrow();
        assertThat(s3.requests())
                .singleElement()
                .satisfies(put ->
                        assertThat(put.uri()).contains("/2026-11-23T10Z/" + digest.sha256()));
    }

    @Test
    void failsWhereTheBucketRefuses() {
        s3.answer(403, "<Error><Code>AccessDenied</Code></Error>");

        assertThatExceptionOfType(AuditUnavailableException.class).isThrownBy(this::handled);
    }

    @Test
    void beginsNothingWithTooLittleTime() throws IOException {
        when(context.getRemainingTimeInMillis()).thenReturn(29_000);

        handled();

        assertThat(new DynamoDbDigestStore(client, "audit").latest(TEN)).isEmpty();
    }

    private String handled() throws IOException {
        var answer = new ByteArrayOutputStream();
        var credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDTEST", "secret"));
        new DigestFunction(
                        Map.of(
                                "AUDIT_TABLE", "audit",
                                "AWS_REGION", "eu-west-1",
                                "AWS_ENDPOINT_URL_DYNAMODB", server.endpoint().toString(),
                                "DIGEST_BUCKET", "kept-outside",
                                "AWS_ENDPOINT_URL_S3", s3.endpoint().toString()),
                        credentials,
                        CLOCK)
                .handleRequest(InputStream.nullInputStream(), answer, context);
        return answer.toString(StandardCharsets.UTF_8);
    }
}
