package io.hyperpodgateway.lambda.digest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/// The entry point of the scheduled function that creates the record's digests.
///
/// It ignores the event. A failed run throws, so that Lambda counts and retries it.
public final class DigestFunction implements RequestStreamHandler {

    /// With less time left no further digest is begun.
    private static final int RESERVE_MILLIS = 30_000;

    private final DigestJob job;

    /// Used by Lambda: settings and credentials are from the environment.
    public DigestFunction() {
        this(System.getenv(), EnvironmentVariableCredentialsProvider.create(), Clock.systemUTC());
    }

    /// A function with these settings. If they are invalid, the mistakes are logged and every run
    /// fails.
    ///
    /// @param environment the settings, by the names of environment variables
    /// @param credentials the credentials for AWS
    /// @param clock determines which hours have ended
    public DigestFunction(
            Map<String, String> environment, AwsCredentialsProvider credentials, Clock clock) {
        this.job = DigestWiring.job(environment, credentials, clock, System.out);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        job.run(() -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
        answer.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
