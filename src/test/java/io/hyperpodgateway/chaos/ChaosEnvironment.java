package io.hyperpodgateway.chaos;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.DigestRun;
import io.hyperpodgateway.audit.verify.AuditVerifier;
import io.hyperpodgateway.audit.verify.Verdict;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.dynamodb.DynamoDbAuditLog;
import io.hyperpodgateway.aws.dynamodb.DynamoDbDigestStore;
import io.hyperpodgateway.aws.dynamodb.DynamoDbEventIndex;
import io.hyperpodgateway.aws.dynamodb.DynamoDbRecordTable;
import io.hyperpodgateway.chaos.child.FileOffsetClock;
import io.hyperpodgateway.chaos.child.GatewayVariant;
import io.hyperpodgateway.chaos.proxy.InjectedFault;
import io.hyperpodgateway.chaos.proxy.Ledger;
import io.hyperpodgateway.chaos.proxy.ProxiedRun;
import io.hyperpodgateway.chaos.proxy.ProxiedServices;
import io.hyperpodgateway.local.DynamoDbLocalServer;
import io.hyperpodgateway.local.Tables;
import io.hyperpodgateway.local.sagemaker.SageMakerStandIn;
import io.hyperpodgateway.local.sagemaker.StandInSettings;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The environment of runs: processes of the function, DynamoDB Local, the stand-in for SageMaker,
/// and one clock for all.
final class ChaosEnvironment implements AutoCloseable {

    private static final Tables TABLES = new Tables("chaos-audit", "chaos-open");
    private static final String REGION = "us-east-1";
    private static final Duration READ = Duration.ofSeconds(20);

    /// Until the current hour has ended and its digest is due.
    private static final Duration TO_THE_DIGEST = Duration.ofMinutes(76);

    private final Path clockFile;
    private final FileOffsetClock clock;
    private final SageMakerStandIn sageMaker;
    private final DynamoDbLocalServer dynamoDb;
    private final DynamoDbClient client;
    private final DynamoDbAuditLog log;
    private final DynamoDbRecordTable table;
    private final FunctionInstances functionInstances;
    private final List<Anchor> anchors = new ArrayList<>();
    private Ledger ledger;
    private ProxiedServices services;
    private volatile ProxiedRun run;

    ChaosEnvironment(GatewayVariant variant) {
        try {
            clockFile = Files.createTempFile("chaos", ".clock");
            clock = FileOffsetClock.of(clockFile);
            sageMaker = SageMakerStandIn.start(StandInSettings.DEFAULT.withClock(clock));
            dynamoDb = DynamoDbLocalServer.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        client =
                new AwsClients(REGION, credentials, (_, _) -> {})
                        .dynamoDb(Optional.of(dynamoDb.endpoint()));
        log = new DynamoDbAuditLog(client, TABLES.audit(), TABLES.open());
        table = new DynamoDbRecordTable(client, TABLES.audit());
        TABLES.create(client);
        ledger = new Ledger(table, log);
        services = new ProxiedServices(dynamoDb.endpoint(), sageMaker.endpoint(), ledger);
        run = run("r-nobody", "no-cluster", List.of());
        functionInstances = new FunctionInstances(name -> start(name, variant));
    }

    /// Starts another process of the function; the caller closes it.
    FunctionInstance start(String name, GatewayVariant variant) {
        var settings =
                Map.of(
                        "GATEWAY_NAME", Requests.GATEWAY,
                        "AUDIT_TABLE", TABLES.audit(),
                        "OPEN_TABLE", TABLES.open(),
                        "CHAOS_CLOCK", clockFile.toString());
        return FunctionInstance.start(name, variant, settings, () -> run);
    }

    /// Begins an empty record, because it is verified after each run.
    void forget() {
        client.deleteTable(delete -> delete.tableName(TABLES.audit()));
        client.deleteTable(delete -> delete.tableName(TABLES.open()));
        TABLES.create(client);
        anchors.clear();
        services.close();
        ledger = new Ledger(table, log);
        services = new ProxiedServices(dynamoDb.endpoint(), sageMaker.endpoint(), ledger);
    }

    /// Begins a run without clusters, with these faults.
    ProxiedRun begin(String requestId, String clusterName, List<InjectedFault> faults) {
        sageMaker.reset();
        return beginAgain(requestId, clusterName, faults);
    }

    /// Begins a run with the existing clusters.
    ProxiedRun beginAgain(String requestId, String clusterName, List<InjectedFault> faults) {
        run = run(requestId, clusterName, faults);
        return run;
    }

    private ProxiedRun run(String requestId, String clusterName, List<InjectedFault> faults) {
        return new ProxiedRun(requestId, clusterName, faults, clock, services);
    }

    FunctionInstances instances() {
        return functionInstances;
    }

    SageMakerStandIn sageMaker() {
        return sageMaker;
    }

    FileOffsetClock clock() {
        return clock;
    }

    Ledger ledger() {
        return ledger;
    }

    List<AuditEvent> record(String requestId) {
        return log.eventsOf(requestId, READ);
    }

    int openIntents() {
        return client.scan(scan -> scan.tableName(TABLES.open()).consistentRead(true)).count();
    }

    /// Ends the hour, creates the digests that are due, and verifies the record against all of
    /// them.
    Verdict verify() {
        clock.forward(TO_THE_DIGEST);
        new DigestRun(
                        new DynamoDbEventIndex(client, TABLES.audit()),
                        new DynamoDbDigestStore(client, TABLES.audit()),
                        clock)
                .run(() -> true)
                .latest()
                .map(Anchor::of)
                .ifPresent(anchors::add);
        return AuditVerifier.verify(table, anchors, clock, _ -> {});
    }

    @Override
    public void close() throws IOException {
        functionInstances.close();
        services.close();
        client.close();
        dynamoDb.close();
        sageMaker.close();
        Files.deleteIfExists(clockFile);
    }
}
