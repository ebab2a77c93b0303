package io.hyperpodgateway.lambda.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.Hour;
import io.hyperpodgateway.audit.digest.HourlyEvents;
import io.hyperpodgateway.aws.TestClients;
import io.hyperpodgateway.aws.dynamodb.DynamoDbAuditLog;
import io.hyperpodgateway.aws.dynamodb.DynamoDbDigestStore;
import io.hyperpodgateway.aws.s3.LoopbackS3;
import io.hyperpodgateway.local.DynamoDbLocalServer;
import io.hyperpodgateway.local.Tables;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class VerifyAuditTest {

    private static final Hour TEN = Hour.parse("2026-11-23T10").orElseThrow();
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDTEST", "a-secret"));

    private static DynamoDbLocalServer server;
    private static DynamoDbClient client;
    private static Digest latest;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void keepARecord() throws IOException {
        server = DynamoDbLocalServer.start();
        client = TestClients.dynamoDb(server.endpoint());
        new Tables("audit", "open").create(client);
        new Tables("hyperpod-gateway-audit", "hyperpod-gateway-open").create(client);
        var log = new DynamoDbAuditLog(client, "audit", "open");
        log.append(HourlyEvents.intent(TEN, "r-1"), Duration.ofSeconds(10));
        var clock = Clock.fixed(TEN.plus(2).start().plusSeconds(900), ZoneOffset.UTC);
        DigestWiring.job(
                        settings(),
                        CREDENTIALS,
                        clock,
                        new PrintStream(OutputStream.nullOutputStream()))
                .run(() -> true);
        latest = new DynamoDbDigestStore(client, "audit").latest(TEN.plus(9)).orElseThrow();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.stop();
    }

    @Test
    void ends0WhereARootVouchesForTheRecord() {
        assertThat(run(settings(), "--root=" + Anchor.of(latest))).isZero();
        assertThat(text(out)).startsWith("OK: 1 events");
    }

    @Test
    void ends1AndNamesWhatDoesNotFit() {
        assertThat(run(settings(), "--root=2026-11-23T10Z:" + "0".repeat(64))).isEqualTo(1);
        assertThat(text(out)).startsWith("anchor 2026-11-23T10Z: ").contains("NOT OK: 1 flaws");
    }

    @Test
    void ends3WithoutARoot() {
        assertThat(run(settings(), "--root=")).isEqualTo(3);
        assertThat(text(out)).startsWith("consistent, unanchored");
    }

    @Test
    void takesTheRootsOfTheBucket() throws IOException {
        try (var s3 = LoopbackS3.start()) {
            s3.answer(
                    200,
                    "<ListVersionsResult><Version><Key>eu-west-1/audit/%sZ/%s.json</Key></Version></ListVersionsResult>"
                            .formatted(latest.hour(), latest.sha256()));
            Map<String, String> settings = new HashMap<>(settings());
            settings.put("DIGEST_BUCKET", "kept-outside");
            settings.put("AWS_ENDPOINT_URL_S3", s3.endpoint().toString());

            assertThat(run(settings)).isZero();
        }
    }

    @Test
    void takesThisMachinesRecordWhereNoTableIsSet() {
        int exit =
                run(Map.of("AWS_ENDPOINT_URL_DYNAMODB", server.endpoint().toString()), "--local");

        assertThat(exit).isEqualTo(3);
        assertThat(text(err)).contains("hyperpod-gateway-audit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--root=yesterday", "--root=2026-11-23T10:0a", "--help", "x"})
    void ends2AndReportsItsUsageWhereItIsNotUnderstood(String argument) {
        assertThat(run(settings(), argument)).isEqualTo(2);
        assertThat(text(err)).contains("usage: ");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void ends2WithEveryWrongSetting() {
        assertThat(run(Map.of("AWS_ENDPOINT_URL_DYNAMODB", "x"))).isEqualTo(2);
        assertThat(text(err)).contains("AUDIT_TABLE", "AWS_REGION", "AWS_ENDPOINT_URL_DYNAMODB");
    }

    @Test
    void ends2WhereTheTableCannotBeRead() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("AUDIT_TABLE", "no-such-table");

        assertThat(run(settings)).isEqualTo(2);
        assertThat(text(err)).contains("it cannot be verified: table no-such-table");
    }

    private int run(Map<String, String> environment, String... arguments) {
        var clock = Clock.fixed(TEN.plus(3).start(), ZoneOffset.UTC);
        return new VerifyAudit(environment, CREDENTIALS, clock, stream(out), stream(err))
                .run(List.of(arguments));
    }

    private static Map<String, String> settings() {
        return Map.of(
                "AUDIT_TABLE", "audit",
                "AWS_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL_DYNAMODB", server.endpoint().toString());
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
