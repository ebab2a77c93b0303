package io.hyperpodgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.e2e.Invocation.Completion;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

class RuntimeApiTest {

    private final HttpClient runtime = HttpClient.newHttpClient();
    private RuntimeApi api;

    @BeforeEach
    void start() throws IOException {
        api = RuntimeApi.start();
    }

    @AfterEach
    void stop() {
        runtime.close();
        api.close();
    }

    @Test
    void handsOutAnEventWithItsHeaders() throws Exception {
        Invocation invocation = Invocation.of("{\"é\":1}", Duration.ofSeconds(5));
        api.submit(invocation);

        HttpResponse<String> next = get("/invocation/next");

        assertThat(next.body()).isEqualTo("{\"é\":1}");
        assertThat(next.headers().firstValue("Lambda-Runtime-Aws-Request-Id"))
                .hasValue(invocation.requestId());
        assertThat(next.headers().firstValueAsLong("Lambda-Runtime-Deadline-Ms"))
                .hasValue(invocation.deadline().toEpochMilli());
        assertThat(next.headers().firstValue("Lambda-Runtime-Invoked-Function-Arn"))
                .hasValue(RuntimeApi.FUNCTION_ARN);
        assertThat(api.ready()).isCompleted();
    }

    @Test
    void takesAnAnswer() throws Exception {
        Invocation invocation = Invocation.of("{}", Duration.ofSeconds(5));
        api.submit(invocation);
        get("/invocation/next");

        int status = post("/invocation/%s/response".formatted(invocation.requestId()), "{}", "");

        assertThat(status).isEqualTo(202);
        assertThat(invocation.answer()).isCompletedWithValue(new Completion.Returned("{}"));
    }

    @Test
    void takesAFailure() throws Exception {
        Invocation invocation = Invocation.of("{}", Duration.ofSeconds(5));
        api.submit(invocation);
        get("/invocation/next");

        post("/invocation/%s/error".formatted(invocation.requestId()), "{}", "java.lang.Error");

        assertThat(invocation.answer())
                .isCompletedWithValue(new Completion.Threw("java.lang.Error", "{}"));
    }

    @Test
    void takesAFailureToStart() throws Exception {
        post("/init/error", "{\"errorMessage\":\"no such class\"}", "Handler.Missing");

        assertThat(api.ready()).isCompletedExceptionally();
    }

    @Test
    void knowsNothingElse() throws Exception {
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        assertThat(post("/invocation/nobody/response", "{}", "")).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return runtime.send(request(path).build(), BodyHandlers.ofString());
    }

    private int post(String path, String body, String errorType) throws Exception {
        HttpRequest request =
                request(path)
                        .header("Lambda-Runtime-Function-Error-Type", errorType)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return runtime.send(request, BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://%s/2018-06-01/runtime%s".formatted(api.address(), path)));
    }
}
