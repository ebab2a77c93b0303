package io.hyperpodgateway.config;

import io.hyperpodgateway.text.Reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads the settings of the digest function and of the verifier from environment variables.
public final class DigestSettingsReader {

    private static final Predicate<String> BUCKET =
            Variables.whole("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private static final Predicate<String> NUMBER = Variables.whole("[0-9]{1,5}");

    private static final int MOST_DAYS = 36_500;

    private DigestSettingsReader() {}

    /// Reads all settings and reports every mistake.
    ///
    /// @param environment variables by name, as [System#getenv()] returns them
    public static Reading<DigestSettings, String> read(Map<String, String> environment) {
        var variables = new Variables(environment);
        String name = variables.gatewayName();
        String table = variables.table("AUDIT_TABLE");
        String region = variables.region();
        var dynamoDb = variables.endpoint("AWS_ENDPOINT_URL_DYNAMODB");
        Optional<String> bucket = bucket(variables);
        String mode =
                variables.matching(
                        "DIGEST_RETENTION_MODE",
                        Optional.of("COMPLIANCE"),
                        List.of("COMPLIANCE", "GOVERNANCE")::contains,
                        "COMPLIANCE or GOVERNANCE");
        String days =
                variables.matching(
                        "DIGEST_RETENTION_DAYS",
                        Optional.of("3653"),
                        DigestSettingsReader::isDays,
                        "a number of days, 0 to 36500,");
        var s3 = variables.endpoint("AWS_ENDPOINT_URL_S3");
        if (!variables.mistakes().isEmpty()) return new Reading.Refused<>(variables.mistakes());
        return new Reading.Read<>(
                new DigestSettings(
                        name, table, region, dynamoDb, bucket, mode, Integer.parseInt(days), s3));
    }

    private static boolean isDays(String text) {
        return NUMBER.test(text) && Integer.parseInt(text) <= MOST_DAYS;
    }

    private static Optional<String> bucket(Variables variables) {
        Optional<String> bucket = variables.value("DIGEST_BUCKET");
        if (bucket.isPresent() && !BUCKET.test(bucket.get())) {
            variables.mistake(
                    "DIGEST_BUCKET is \"%s\", a bucket's name is expected".formatted(bucket.get()));
        }
        return bucket;
    }
}
