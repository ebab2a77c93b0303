package io.hyperpodgateway.load;

import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.load.GatewayProcess.Footprint;
import io.hyperpodgateway.local.DynamoDbLocalServer;
import io.hyperpodgateway.local.Tables;
import io.hyperpodgateway.local.sagemaker.SageMakerStandIn;
import io.hyperpodgateway.local.sagemaker.StandInSettings;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends many requests over many connections to the local gateway, valid and invalid ones, and
/// checks answers, record, memory and threads.
public final class Load {

    private static final Tables TABLES = new Tables("load-audit", "load-open");
    private static final int WARM_UP = 1_500;

    /// The first requests are sent one after the other: until DynamoDB Local is warm, it answers
    /// concurrent ones later than the gateway waits.
    private static final int FIRST = 150;

    private static final int MOST_TOLD = 20;

    /// The allowance for caches that fill late, or a table that grows.
    private static final long HEAP_SLACK = 4_000_000;

    private static final int THREAD_SLACK = 4;
    private static final int MOST_LATE_ONE_IN = 50;
    private static final int MOST_IN_LOG_ONE_IN = 100;

    private final int requests;
    private final int connections;
    private final long seed;
    private final List<String> mistakes = new ArrayList<>();

    private Load(int requests, int connections, long seed) {
        this.requests = requests;
        this.connections = connections;
        this.seed = seed;
    }

    /// Exits with 1 if a check fails.
    ///
    /// @param args the folder for the results, the number of requests, the number of connections,
    ///   the seed
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        var load =
                new Load(
                        Integer.parseInt(args[1]),
                        Integer.parseInt(args[2]),
                        Long.parseLong(args[3]));
        try {
            load.run(folder);
        } catch (IOException | RuntimeException | ExecutionException e) {
            // the threads of DynamoDB Local and the stand-in would keep the process alive
            e.printStackTrace();
            System.exit(1);
        }
        load.mistakes.stream().limit(MOST_TOLD).forEach(it -> System.out.println("WRONG " + it));
        System.out.println(
                load.mistakes.isEmpty()
                        ? "every answer is the contract's, and the record is complete"
                        : load.mistakes.size() + " things are wrong");
        System.exit(load.mistakes.isEmpty() ? 0 : 1);
    }

    private void run(Path folder) throws IOException, InterruptedException, ExecutionException {
        StandInSettings enough = StandInSettings.DEFAULT.withQuota(Integer.MAX_VALUE);
        try (SageMakerStandIn sageMaker = SageMakerStandIn.start(enough);
                DynamoDbLocalServer dynamoDb = DynamoDbLocalServer.start();
                DynamoDbClient client = client(dynamoDb.endpoint())) {
            // DynamoDB Local's first call takes seconds, longer than the gateway waits
            TABLES.create(client);
            run(folder, sageMaker, dynamoDb, client);
        }
    }

    private void run(
            Path folder,
            SageMakerStandIn sageMaker,
            DynamoDbLocalServer dynamoDb,
            DynamoDbClient client)
            throws IOException, InterruptedException, ExecutionException {
        try (GatewayProcess gateway = gateway(folder, sageMaker, dynamoDb)) {
            var all = new ArrayList<>(send(gateway.endpoint(), "first", FIRST, 1));
            all.addAll(send(gateway.endpoint(), "warm", WARM_UP - FIRST, connections));
            Footprint before = gateway.footprint();
            long start = System.nanoTime();
            List<LoadExchange> measured = send(gateway.endpoint(), "load", requests, connections);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            Footprint after = gateway.restingFootprint(before.threads() + THREAD_SLACK);
            GatewayLog log = gateway.end();
            WrittenRecord record = WrittenRecord.read(client, TABLES);
            measured = inTheLightOf(log, measured);
            all.addAll(measured);
            var check = new RecordCheck(record, log);
            long inLog = check.inLog(measured);
            hold(before, after);
            hold(measured, inLog);
            inTheLightOf(log, all)
                    .forEach(loadExchange -> mistakes.addAll(loadExchange.mistakes()));
            mistakes.addAll(check.mistakes(all));
            new LoadReport(measured, connections, seed, time, before, after, inLog, record.counts())
                    .write(folder);
        }
    }

    private static List<LoadExchange> inTheLightOf(GatewayLog log, List<LoadExchange> outcomes) {
        return outcomes.stream().map(loadExchange -> loadExchange.inTheLightOf(log)).toList();
    }

    private static GatewayProcess gateway(
            Path folder, SageMakerStandIn sageMaker, DynamoDbLocalServer dynamoDb)
            throws IOException {
        return GatewayProcess.start(
                folder.resolve("gateway.log"),
                Map.of(
                        "PORT", "0",
                        "AUDIT_TABLE", TABLES.audit(),
                        "OPEN_TABLE", TABLES.open(),
                        "AWS_ENDPOINT_URL_SAGEMAKER", sageMaker.endpoint().toString(),
                        "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString()));
    }

    private static DynamoDbClient client(URI endpoint) {
        var credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        return new AwsClients("us-east-1", credentials, (_, _) -> {})
                .dynamoDb(Optional.of(endpoint));
    }

    private void hold(Footprint before, Footprint after) {
        long grown = after.heapBytes() - before.heapBytes();
        if (grown > HEAP_SLACK) mistakes.add("the heap has grown by %d bytes".formatted(grown));
        int more = after.threads() - before.threads();
        if (more > THREAD_SLACK) mistakes.add("there are %d more threads".formatted(more));
    }

    /// Answers that AWS was too slow, and events in the log instead of the record, are allowed, but
    /// only for a few requests.
    private void hold(List<LoadExchange> outcomes, long inLog) {
        long late = outcomes.stream().filter(it -> it.wireAnswer().isNotInTime()).count();
        if (late * MOST_LATE_ONE_IN > outcomes.size())
            mistakes.add("%d answers say that an end was too slow".formatted(late));
        if (inLog * MOST_IN_LOG_ONE_IN > outcomes.size())
            mistakes.add("%d requests are not whole in the record".formatted(inLog));
    }

    /// Sends that many requests; those of one connection are sequential.
    private List<LoadExchange> send(URI gateway, String round, int number, int connections)
            throws InterruptedException, ExecutionException {
        var left = new AtomicInteger(number);
        var callers = new ArrayList<Callable<List<LoadExchange>>>();
        for (int i = 0; i < connections; i++) {
            var loadClient = new LoadClient(round + i, seed * connections + i);
            callers.add(() -> talk(gateway, loadClient, left));
        }
        var outcomes = new ArrayList<LoadExchange>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (Future<List<LoadExchange>> future : threads.invokeAll(callers))
                outcomes.addAll(future.get());
        }
        return outcomes;
    }

    private static List<LoadExchange> talk(URI gateway, LoadClient loadClient, AtomicInteger left)
            throws IOException, InterruptedException {
        var outcomes = new ArrayList<LoadExchange>();
        try (var connection = new Connection(gateway)) {
            while (left.getAndDecrement() > 0) {
                WireRequest wireRequest = loadClient.next();
                WireAnswer wireAnswer = connection.exchange(wireRequest);
                loadClient.received(wireRequest, wireAnswer);
                outcomes.add(new LoadExchange(wireRequest, wireAnswer));
            }
        }
        return outcomes;
    }
}
