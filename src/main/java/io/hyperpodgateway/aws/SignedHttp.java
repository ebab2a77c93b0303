package io.hyperpodgateway.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;

/// Sends signed requests to AWS services without a client here (Signature Version 4, including the
/// body's hash).
public final class SignedHttp {

    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final String service;
    private final String region;
    private final Clock clock;

    SignedHttp(
            SdkHttpClient http,
            AwsCredentialsProvider credentials,
            String service,
            String region,
            Clock clock) {
        this.http = Objects.requireNonNull(http);
        this.credentials = Objects.requireNonNull(credentials);
        this.service = Objects.requireNonNull(service);
        this.region = Objects.requireNonNull(region);
        this.clock = Objects.requireNonNull(clock);
    }

    /// The answer of a service.
    ///
    /// @param body its text, UTF-8; empty if there is none
    public record AwsResponse(int status, String body) {

        public AwsResponse {
            Objects.requireNonNull(body);
        }

        public boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /// Sends one request, without retries.
    ///
    /// @param body may be empty
    /// @throws IOException if no answer was read
    public AwsResponse send(SdkHttpRequest request, byte[] body) throws IOException {
        ContentStreamProvider content = ContentStreamProvider.fromByteArray(body);
        SignedRequest signed =
                SIGNER.sign(sign ->
                        sign.identity(credentials.resolveCredentials())
                                .request(request)
                                .payload(content)
                                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                                .putProperty(HttpSigner.SIGNING_CLOCK, clock));
        HttpExecuteRequest.Builder execute = HttpExecuteRequest.builder().request(signed.request());
        if (body.length > 0) execute.contentStreamProvider(content);
        return answer(http.prepareRequest(execute.build()).call());
    }

    private static AwsResponse answer(HttpExecuteResponse response) throws IOException {
        int status = response.httpResponse().statusCode();
        if (response.responseBody().isEmpty()) return new AwsResponse(status, "");
        try (InputStream stream = response.responseBody().get()) {
            return new AwsResponse(
                    status, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
