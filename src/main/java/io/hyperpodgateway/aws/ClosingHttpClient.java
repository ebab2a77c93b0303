package io.hyperpodgateway.aws;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/// An HTTP client that can be switched to close each connection after its request.
final class ClosingHttpClient implements SdkHttpClient {

    private final SdkHttpClient http;
    private final AtomicBoolean keeps;

    /// @param keeps whether connections may be kept, read before each request
    ClosingHttpClient(SdkHttpClient http, AtomicBoolean keeps) {
        this.http = Objects.requireNonNull(http);
        this.keeps = Objects.requireNonNull(keeps);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return http.prepareRequest(keeps.get() ? request : closing(request));
    }

    /// The JDK accepts this header from callers, and closes with the server's answer. It is not
    /// part of the signature.
    private static HttpExecuteRequest closing(HttpExecuteRequest request) {
        HttpExecuteRequest.Builder closing =
                HttpExecuteRequest.builder()
                        .request(
                                request.httpRequest().toBuilder()
                                        .putHeader("Connection", "close")
                                        .build());
        request.contentStreamProvider().ifPresent(closing::contentStreamProvider);
        request.metricCollector().ifPresent(closing::metricCollector);
        return closing.build();
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        http.close();
    }
}
