package io.hyperpodgateway.lambda.digest;

import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.AnchorStore;
import io.hyperpodgateway.audit.digest.DigestRun;
import io.hyperpodgateway.audit.verify.RecordTable;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.dynamodb.DynamoDbDigestStore;
import io.hyperpodgateway.aws.dynamodb.DynamoDbEventIndex;
import io.hyperpodgateway.aws.dynamodb.DynamoDbRecordTable;
import io.hyperpodgateway.aws.s3.AnchorKeys;
import io.hyperpodgateway.aws.s3.Bucket;
import io.hyperpodgateway.aws.s3.Retention;
import io.hyperpodgateway.aws.s3.S3AnchorList;
import io.hyperpodgateway.aws.s3.S3AnchorStore;
import io.hyperpodgateway.config.DigestSettings;
import io.hyperpodgateway.config.DigestSettingsReader;
import io.hyperpodgateway.config.SettingsReader;
import io.hyperpodgateway.text.Reading;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds the object graphs of the digest function and the verifier.
final class DigestWiring {

    private final DigestSettings settings;
    private final AwsClients clients;

    DigestWiring(DigestSettings settings, AwsCredentialsProvider credentials) {
        this.settings = settings;
        this.clients = new AwsClients(settings.region(), credentials, (_, _) -> {});
    }

    /// A scheduled run. With invalid settings it logs the mistakes and fails.
    static DigestJob job(
            Map<String, String> environment,
            AwsCredentialsProvider credentials,
            Clock clock,
            PrintStream out) {
        return switch (DigestSettingsReader.read(environment)) {
            case Reading.Read(var settings) ->
                    new DigestWiring(settings, credentials).job(clock, out);
            case Reading.Refused(var mistakes) -> {
                var log = new DigestLog(out, SettingsReader.gatewayName(environment), clock);
                yield _ -> {
                    log.misconfigured(mistakes);
                    throw new IllegalStateException(String.join("; ", mistakes));
                };
            }
        };
    }

    private DigestJob job(Clock clock, PrintStream out) {
        DynamoDbClient dynamoDb = clients.dynamoDb(settings.dynamoDbEndpoint());
        var run =
                new DigestRun(
                        new DynamoDbEventIndex(dynamoDb, settings.auditTable()),
                        new DynamoDbDigestStore(dynamoDb, settings.auditTable()),
                        clock);
        return DigestJob.of(run, anchors(clock), new DigestLog(out, settings.gatewayName(), clock));
    }

    private Optional<AnchorStore> anchors(Clock clock) {
        return bucket().map(bucket ->
                new S3AnchorStore(
                        clients.signed("s3", settings.s3Endpoint()),
                        bucket,
                        prefix(),
                        new Retention(settings.retentionMode(), settings.retentionDays()),
                        clock));
    }

    RecordTable recordTable() {
        return new DynamoDbRecordTable(
                clients.dynamoDb(settings.dynamoDbEndpoint()), settings.auditTable());
    }

    /// The anchors in the bucket; empty if there is no bucket.
    List<Anchor> keptAnchors() {
        return bucket().map(bucket ->
                        new S3AnchorList(
                                        clients.signed("s3", settings.s3Endpoint()),
                                        bucket,
                                        prefix())
                                .anchors())
                .orElse(List.of());
    }

    private Optional<Bucket> bucket() {
        return settings.bucket()
                .map(name -> new Bucket(name, settings.region(), settings.s3Endpoint()));
    }

    private String prefix() {
        return AnchorKeys.prefix(settings.region(), settings.auditTable());
    }
}
