package io.hyperpodgateway.lambda.digest;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import java.util.HashMap;
import java.util.Map;

/// The location of a record: settings and credentials.
record LocalRecord(Map<String, String> environment, AwsCredentialsProvider credentials) {

    /// The settings of the gateway that runs on this machine.
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "AUDIT_TABLE", "hyperpod-gateway-audit",
                    "AWS_REGION", "us-east-1",
                    "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000");

    LocalRecord {
        environment = Map.copyOf(environment);
    }

    /// The record in the settings; without a table's name, that of this machine.
    static LocalRecord orDefaults(
            Map<String, String> environment, AwsCredentialsProvider credentials) {
        if (!environment.getOrDefault("AUDIT_TABLE", "").isEmpty()) {
            return new LocalRecord(environment, credentials);
        }
        var all = new HashMap<>(environment);
        DEFAULTS.forEach((name, value) ->
                all.merge(name, value, (set, otherwise) -> set.isEmpty() ? otherwise : set));
        return new LocalRecord(
                all,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }
}
