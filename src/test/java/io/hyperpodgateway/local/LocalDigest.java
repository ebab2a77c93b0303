package io.hyperpodgateway.local;

import io.hyperpodgateway.lambda.digest.DigestFunction;
import io.hyperpodgateway.policy.check.Place;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Creates the digests of the local record, as the scheduled function does, but one hour and
/// fifteen minutes in the future, so that the current hour gets its digest too.
final class LocalDigest {

    private static final Duration AHEAD = Duration.ofMinutes(75);

    /// Digests only depend on the table, wherever it is.
    private static final Place PLACE = new Place("000000000000", "us-east-1");

    private LocalDigest() {}

    /// Uses the settings of the local run.
    public static void main(String[] arguments) throws IOException {
        Clock ahead = Clock.offset(Clock.systemUTC(), AHEAD);
        var credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        new DigestFunction(environment(System.getenv()), credentials, ahead)
                .handleRequest(
                        InputStream.nullInputStream(),
                        new ByteArrayOutputStream(),
                        new LocalContext("digest", Instant.now().plusSeconds(300), PLACE));
    }

    private static Map<String, String> environment(Map<String, String> variables) {
        var environment = new HashMap<>(LocalSettings.withDefaults(variables));
        String port = environment.getOrDefault("DYNAMODB_PORT", "");
        environment.merge(
                "AWS_ENDPOINT_URL_DYNAMODB",
                "http://127.0.0.1:" + (port.isEmpty() ? "8000" : port),
                (set, otherwise) -> set.isEmpty() ? otherwise : set);
        return environment;
    }
}
