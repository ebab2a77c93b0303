package io.hyperpodgateway.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.policy.check.Place;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class LocalApiGatewayTest {

    private static final Place PLACE = new Place("000000000000", "us-east-1");

    private final HttpClient client = HttpClient.newHttpClient();
    private volatile String written = "{\"statusCode\":200}";
    private volatile byte[] event = {};
    private volatile Context context;
    private LocalApiGateway api;

    @BeforeEach
    void open() throws IOException {
        api =
                LocalApiGateway.open(
                        0,
                        PLACE,
                        (in, out, context) -> {
                            event = in.readAllBytes();
                            this.context = context;
                            out.write(written.getBytes(StandardCharsets.UTF_8));
                        });
    }

    @AfterEach
    void close() {
        client.close();
        api.close();
    }

    @Test
    void convertsTheRequestToPayloadFormatTwo() throws Exception {
        send(
                request("/clusters/a%20b%2Fc+d?dryRun=true&x=1&x=%2B2&empty")
                        .header("Content-Type", "application/json")
                        .header("X-Twice", "one")
                        .header("X-Twice", "two")
                        .header("Cookie", "a=1; b=2")
                        .header("User-Agent", "test")
                        .POST(BodyPublishers.ofString("{\"é\":1}")));

        APIGatewayV2HTTPEvent read = event();

        assertThat(read.getVersion()).isEqualTo("2.0");
        assertThat(read.getRouteKey()).isEqualTo("$default");
        assertThat(read.getRawPath()).isEqualTo("/clusters/a b/c+d");
        assertThat(read.getRawQueryString()).isEqualTo("dryRun=true&x=1&x=%2B2&empty");
        assertThat(read.getQueryStringParameters())
                .isEqualTo(Map.of("dryRun", "true", "x", "1,+2", "empty", ""));
        assertThat(read.getHeaders())
                .containsEntry("content-type", "application/json")
                .containsEntry("x-twice", "one,two")
                .containsEntry("x-forwarded-proto", "http")
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsKeys("host", "content-length", "x-amzn-trace-id")
                .doesNotContainKeys("cookie", "x-local-principal", "connection");
        assertThat(read.getCookies()).containsExactly("a=1", "b=2");
        assertThat(read.getBody()).isEqualTo("{\"é\":1}");
        assertThat(read.getIsBase64Encoded()).isFalse();
    }

    @Test
    void convertsTheRequestsContext() throws Exception {
        send(request("/health").header("User-Agent", "test"));

        APIGatewayV2HTTPEvent.RequestContext read = event().getRequestContext();

        assertThat(read.getAccountId()).isEqualTo("000000000000");
        assertThat(read.getStage()).isEqualTo("$default");
        assertThat(read.getApiId()).isNotEmpty();
        assertThat(read.getRequestId()).isNotEmpty();
        assertThat(read.getDomainName()).isEqualTo("127.0.0.1");
        assertThat(read.getTime())
                .matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(read.getTimeEpoch()).isPositive();
        assertThat(read.getHttp().getMethod()).isEqualTo("GET");
        assertThat(read.getHttp().getPath()).isEqualTo("/health");
        assertThat(read.getHttp().getProtocol()).isEqualTo("HTTP/1.1");
        assertThat(read.getHttp().getSourceIp()).isEqualTo("127.0.0.1");
        assertThat(read.getHttp().getUserAgent()).isEqualTo("test");
        assertThat(read.getAuthorizer().getIam().getUserArn())
                .isEqualTo("arn:aws:iam::000000000000:user/local");
    }

    @Test
    void leavesOutWhatTheRequestDoesNotHave() throws Exception {
        send(request("/health"));

        assertThat(JsonReader.read(event).orElseThrow())
                .isInstanceOfSatisfying(
                        JsonObject.class,
                        read ->
                                assertThat(read.members())
                                        .doesNotContainKeys(
                                                "body", "cookies", "queryStringParameters"));
    }

    @Test
    void aTokensSubjectAsks() throws Exception {
        send(request("/").header("X-Local-Principal", "jwt:idp.example.com#jo"));

        assertThat(event().getRequestContext().getAuthorizer().getJwt().getClaims())
                .isEqualTo(Map.of("iss", "https://idp.example.com", "sub", "jo"));
        assertThat(event().getHeaders()).doesNotContainKey("x-local-principal");
    }

    @Test
    void nobodyAsks() throws Exception {
        send(request("/").header("X-Local-Principal", ""));

        assertThat(event().getRequestContext().getAuthorizer()).isNull();
    }

    @Test
    void refusesAPrincipalOfUnknownForm() throws Exception {
        HttpResponse<String> answer = send(request("/").header("X-Local-Principal", "jo"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/plain; charset=utf-8");
        assertThat(answer.body()).isEqualTo(LocalPrincipal.FORMS);
        assertThat(event).isEmpty();
    }

    @Test
    void handsBytesOnAsBase64() throws Exception {
        send(request("/").POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, 1})));

        assertThat(event().getBody()).isEqualTo("/wE=");
        assertThat(event().getIsBase64Encoded()).isTrue();
    }

    @Test
    void givesTheAnswerToTheClient() throws Exception {
        written =
                """
                {"statusCode":404,"headers":{"content-type":"application/problem+json","X-Request-Id":"r-1"},
                 "body":"{\\"é\\":1}","isBase64Encoded":false}\
                """;

        HttpResponse<String> answer = send(request("/"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("r-1");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).isEqualTo("{\"é\":1}");
    }

    @Test
    void decodesABase64Answer() throws Exception {
        written = "{\"statusCode\":200,\"body\":\"aGVsbG8=\",\"isBase64Encoded\":true}";

        assertThat(send(request("/")).body()).isEqualTo("hello");
    }

    @Test
    void answersHeadWithoutBody() throws Exception {
        written = "{\"statusCode\":405,\"body\":\"hello\"}";

        HttpResponse<String> answer = send(request("/").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(5);
    }

    @Test
    void saysInternalServerErrorForAnAnswerItCannotUse() throws Exception {
        written = "{}";

        HttpResponse<String> answer = send(request("/"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void refusesABodyOverTenMegabytes() throws Exception {
        int limit = 10 * 1024 * 1024;

        HttpResponse<String> over =
                send(request("/").POST(BodyPublishers.ofByteArray(new byte[limit + 1])));
        HttpResponse<String> at =
                send(request("/").POST(BodyPublishers.ofByteArray(new byte[limit])));

        assertThat(over.statusCode()).isEqualTo(413);
        assertThat(over.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
        assertThat(at.statusCode()).isEqualTo(200);
    }

    @Test
    void passesTheRemainingTimeToTheFunction() throws Exception {
        send(request("/"));

        assertThat(context.getRemainingTimeInMillis()).isBetween(1, 28_000);
        assertThat(context.getInvokedFunctionArn())
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:hyperpod-gateway");
        assertThat(context.getAwsRequestId()).isNotEmpty();
    }

    @Test
    void waitsNoLongerThanApiGatewayDoes() throws Exception {
        var never = new CountDownLatch(1);
        var limits = new LocalApiGateway.TimeLimits(Duration.ofMillis(50), Duration.ofMillis(100));
        RequestStreamHandler stuck = (_, _, _) -> await(never);
        try (LocalApiGateway slow = LocalApiGateway.open(0, PLACE, stuck, limits)) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(slow.endpoint().resolve("/")));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
        }
    }

    @Test
    void servesRequestsSideBySide() throws Exception {
        var both = new CountDownLatch(2);
        RequestStreamHandler meeting =
                (_, out, _) -> {
                    both.countDown();
                    await(both);
                    out.write("{\"statusCode\":204}".getBytes(StandardCharsets.UTF_8));
                };
        try (LocalApiGateway busy = LocalApiGateway.open(0, PLACE, meeting)) {
            HttpRequest request = HttpRequest.newBuilder(busy.endpoint().resolve("/")).build();
            CompletableFuture<HttpResponse<String>> one =
                    client.sendAsync(request, BodyHandlers.ofString());
            CompletableFuture<HttpResponse<String>> other =
                    client.sendAsync(request, BodyHandlers.ofString());

            assertThat(one.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
            assertThat(other.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api.endpoint() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(
                request.version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofString());
    }

    /// The event, parsed by AWS's own library.
    private APIGatewayV2HTTPEvent event() {
        return LambdaEventSerializers.serializerFor(
                        APIGatewayV2HTTPEvent.class, getClass().getClassLoader())
                .fromJson(new ByteArrayInputStream(event));
    }
}
