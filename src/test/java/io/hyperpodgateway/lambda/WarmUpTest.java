package io.hyperpodgateway.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.hyperpodgateway.local.LoopbackHttp;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

class WarmUpTest {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final List<String> calls = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "eu-central-1", "ap-southeast-2"})
    void goesThroughACreationAndSendsNothing(String region) throws IOException {
        HttpServer server = LoopbackHttp.start(0, this::note);
        try {
            WarmUp warmUp = warmUp(region, server.getAddress().getPort());

            String answer = new String(warmUp.creation(), StandardCharsets.UTF_8);

            assertThat(answer).contains("\"statusCode\":201").contains("unsent");
            assertThat(calls).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void asksEachServiceOnceAndWritesNothing() throws IOException {
        HttpServer server = LoopbackHttp.start(0, this::note);
        try {
            warmUp("us-east-1", server.getAddress().getPort()).perform();
        } finally {
            server.stop(0);
        }

        assertThat(calls).containsExactly("DynamoDB_20120810.Query", "SageMaker.DescribeCluster");
    }

    @Test
    void doesWithoutServicesThatCannotBeReached() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        warmUp("us-east-1", port).perform();

        assertThat(calls).isEmpty();
    }

    @Test
    void endsWhereNobodyAnswers() throws IOException {
        Instant start = Clock.systemUTC().instant();
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            warmUp("us-east-1", silent.getLocalPort()).perform();
        }

        // a second for each service, and a margin for a loaded machine; Lambda allows ten
        assertThat(Duration.between(start, Clock.systemUTC().instant()))
                .isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void isLeftOutWhereNothingIsServed() {
        assertThat(wiring(Map.of("POLICY_SOURCE", "nowhere")).warmUp()).isEmpty();
    }

    private static WarmUp warmUp(String region, int port) {
        String endpoint = "http://127.0.0.1:" + port;
        Optional<WarmUp> warmUp =
                wiring(
                                Map.of(
                                        "AWS_REGION", region,
                                        "AUDIT_TABLE", "audit",
                                        "OPEN_TABLE", "open",
                                        "AWS_ENDPOINT_URL_DYNAMODB", endpoint,
                                        "AWS_ENDPOINT_URL_SAGEMAKER", endpoint))
                        .warmUp();
        return warmUp.orElseThrow();
    }

    private static Wiring wiring(Map<String, String> environment) {
        return new Wiring(
                environment,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
                Clock.systemUTC());
    }

    private void note(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            calls.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            exchange.sendResponseHeaders(200, NOTHING.length);
            exchange.getResponseBody().write(NOTHING);
        }
    }
}
