package io.hyperpodgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.AdmissionFixture;
import io.hyperpodgateway.admission.RequestBody;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.corpus.Sentences;
import io.hyperpodgateway.http.request.Headers;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.identity.Identity;
import io.hyperpodgateway.identity.Unidentified;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/// Answers to clients that do not know the gateway yet: a browser, and an AWS CLI or SDK.
class WelcomeTest {

    private static final Identity NOBODY = new Unidentified("nobody");
    private static final String AWS_JSON = "application/x-amz-json-1.1";
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    private final AdmissionFixture admissionFixture = new AdmissionFixture();
    private final HttpEndpoint endpoint =
            new ExceptionBarrier(
                    new Router(
                            admissionFixture.admission(),
                            admissionFixture.readAccess(),
                            new Health("0.0.0", "1", "0", () -> JsonObject.EMPTY),
                            admissionFixture.telemetry),
                    admissionFixture.telemetry::internalError);

    @Test
    void showsABrowserAPageThatRunsNothing() {
        HttpAnswer page = send(endpoint, "GET", "/", "", Map.of("Accept", "text/html"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers())
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Request-Id", AdmissionFixture.ID);
        assertThat(page.headers().get("Content-Security-Policy")).startsWith("default-src 'none';");
        assertThat(page.body())
                .contains("POST /clusters", "CreateCluster")
                .doesNotContain("<script", "<style", "<img", "style=", "http-equiv", "http:");
        assertThat(Description.mistakes("GET", "/", 200, page.headers(), page.body())).isEmpty();
    }

    @Test
    void linksTheDocumentsThatAreOpenAlone() {
        String page = send(endpoint, "GET", "/", "", Map.of()).body();

        var links = LINK.matcher(page).results().map(link -> link.group(1)).toList();
        assertThat(links).containsExactlyInAnyOrder("/openapi.json", "/schema", "/health");
        for (String link : links)
            assertThat(send(endpoint, "GET", link, "", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void repeatsNothingOfTheRequest() {
        HttpAnswer plain = send(endpoint, "GET", "/", "", Map.of());
        HttpAnswer hostile =
                send(
                        endpoint,
                        "GET",
                        "/",
                        "",
                        Map.of("Host", "<script>", "User-Agent", "<b>", "Accept", "a/b"));

        assertThat(hostile).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "PUT", "DELETE", "POST"})
    void takesNoOtherMethod(String method) {
        HttpAnswer answer = send(endpoint, method, "/", "", Map.of("Content-Type", AWS_JSON));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "GET");
    }

    @ParameterizedTest
    @CsvSource({
        "SageMaker.CreateCluster, POST /clusters",
        "SageMaker.DescribeCluster, GET /clusters/{ClusterName}",
        "SageMaker.ListClusters, GET /requests",
        "SageMaker.DeleteCluster, AWS's own endpoint",
        "DynamoDB_20120810.PutItem, AWS's own endpoint",
        "<script>, AWS's own endpoint"
    })
    void reportsAnAwsClientWhatToSendWhere(String target, String advice) {
        HttpAnswer answer = aws(endpoint, target);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers())
                .containsEntry("Content-Type", AWS_JSON)
                .containsEntry("x-amzn-RequestId", AdmissionFixture.ID)
                .containsEntry("X-Request-Id", AdmissionFixture.ID);
        JsonObject body = ReceivedAnswer.of(answer).body();
        assertThat(body.members()).containsOnlyKeys("__type", "message");
        assertThat(body.text("__type")).contains("UnknownOperationException");
        String message = body.text("message").orElseThrow();
        assertThat(message).contains(advice).doesNotContain("<");
        Sentences.hold(message);
    }

    @Test
    void createsAndRecordsNothingForAnAwsClient() {
        aws(endpoint, "SageMaker.CreateCluster");

        assertThat(admissionFixture.clusters.requests()).isEmpty();
        assertThat(admissionFixture.log.eventsOf(AdmissionFixture.ID, Duration.ofSeconds(1)))
                .isEmpty();
    }

    @Test
    void reportsAnAwsClientSoWhenItIsMisconfiguredToo() {
        HttpEndpoint misconfigured =
                new ExceptionBarrier(
                        new MisconfiguredRouter("0.0.0"),
                        admissionFixture.telemetry::internalError);

        assertThat(aws(misconfigured, "SageMaker.CreateCluster").status()).isEqualTo(404);
        assertThat(send(misconfigured, "GET", "/", "", Map.of()).status()).isEqualTo(502);
    }

    @ParameterizedTest
    @CsvSource({"POST, /health", "PUT, /", "POST, /requests"})
    void speaksAwsFormNowhereElse(String method, String path) {
        HttpAnswer answer =
                send(endpoint, method, path, "", Map.of("X-Amz-Target", "SageMaker.CreateCluster"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    }

    private static HttpAnswer aws(HttpEndpoint endpoint, String target) {
        return send(
                endpoint,
                "POST",
                "/",
                AdmissionFixture.GOOD,
                Map.of("Content-Type", AWS_JSON, "X-Amz-Target", target));
    }

    private static HttpAnswer send(
            HttpEndpoint endpoint,
            String method,
            String path,
            String body,
            Map<String, String> headers) {
        RequestContext context = AdmissionFixture.context(NOBODY);
        var request =
                new HttpRequest(
                        method,
                        path,
                        "",
                        new Headers(headers),
                        RequestBody.of(body.getBytes(StandardCharsets.UTF_8)),
                        NOBODY,
                        context.source(),
                        () -> Duration.ofSeconds(28));
        return endpoint.answer(request, context).answer();
    }
}
