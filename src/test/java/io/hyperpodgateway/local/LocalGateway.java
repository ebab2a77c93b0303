package io.hyperpodgateway.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.hyperpodgateway.lambda.GatewayHandler;
import io.hyperpodgateway.local.sagemaker.SageMakerStandIn;
import io.hyperpodgateway.local.sagemaker.StandInSettings;
import io.hyperpodgateway.text.Reading;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// `mvn -Plocal`: the real handler on this machine, on DynamoDB Local and a stand-in for SageMaker.
public final class LocalGateway implements AutoCloseable {

    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final LocalSettings settings;
    private final PrintStream out;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private LocalGateway(LocalSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /// Starts everything, prints `ready`, and runs until a signal. Errors at the start go to
    /// standard error; the exit code is then 1.
    public static void main(String[] arguments) {
        System.out.println("starting the gateway; Ctrl-C ends it");
        endWithParent();
        try {
            LocalGateway gateway = start(System.getenv(), System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close));
        } catch (CannotStartException e) {
            System.out.flush();
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /// Maven does not stop its child process if only Maven gets the signal. The parent process then
    /// changes.
    private static void endWithParent() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        ScheduledExecutorService watch =
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
        watch.scheduleWithFixedDelay(
                () -> {
                    if (!parent.equals(ProcessHandle.current().parent())) System.exit(0);
                },
                500,
                500,
                TimeUnit.MILLISECONDS);
    }

    /// Starts everything.
    ///
    /// @param variables the environment variables
    /// @param out the output for progress and the `ready` line
    /// @throws CannotStartException if a setting is invalid, a port in use, or the like
    static LocalGateway start(Map<String, String> variables, PrintStream out) {
        LocalSettings settings = settings(variables);
        var gateway = new LocalGateway(settings, out);
        try {
            gateway.start();
            return gateway;
        } catch (RuntimeException e) {
            gateway.close();
            throw e;
        }
    }

    /// Stops everything, the last first.
    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("while ending: " + e);
            }
        }
    }

    /// The handler as it is deployed, except for its settings and credentials.
    private static RequestStreamHandler handler(
            Map<String, String> environment, AwsCredentialsProvider credentials) {
        return new GatewayHandler(environment, credentials);
    }

    private static LocalSettings settings(Map<String, String> variables) {
        Reading<LocalSettings, String> reading = LocalSettings.read(variables);
        var mistakes = new ArrayList<>(reading.problems());
        unwritable(variables.getOrDefault("DYNAMODB_DIR", "")).ifPresent(mistakes::add);
        mistakes.addAll(mistakesOfTheGateway(variables, mistakes));
        if (reading instanceof Reading.Read(var settings) && mistakes.isEmpty()) return settings;
        throw new CannotStartException(mistakes);
    }

    /// The gateway's own mistakes in settings and policy that are not reported yet.
    private static List<String> mistakesOfTheGateway(
            Map<String, String> variables, List<String> known) {
        return GatewayHandler.mistakesIn(LocalSettings.withDefaults(variables)).stream()
                .filter(mistake ->
                        known.stream().noneMatch(each -> setting(each).equals(setting(mistake))))
                .toList();
    }

    private static String setting(String mistake) {
        return mistake.substring(0, mistake.indexOf(' '));
    }

    private static Optional<String> unwritable(String directory) {
        if (directory.isEmpty()) return Optional.empty();
        try {
            Path path = Files.createDirectories(Path.of(directory));
            Files.delete(Files.createTempFile(path, "writable", null));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("DYNAMODB_DIR is %s, which cannot be written".formatted(directory));
        }
    }

    private void start() {
        URI sageMaker = settings.sageMaker().orElseGet(this::standIn);
        URI dynamoDb = settings.dynamoDb().orElseGet(this::dynamoDb);
        if (settings.sageMaker().isEmpty()) bridge(sageMaker);
        if (settings.dynamoDb().isEmpty()) bridge(dynamoDb);
        LocalTables.create(settings.tables(), dynamoDb, settings.region(), CREDENTIALS);
        out.println("starting the handler");
        Map<String, String> environment = settings.gatewayEnvironment(dynamoDb, sageMaker);
        RequestStreamHandler handler = handler(environment, CREDENTIALS);
        running.push(LocalReconciler.start(environment, CREDENTIALS, settings.place()));
        LocalApiGateway api =
                listen(
                        "PORT",
                        settings.port(),
                        port -> LocalApiGateway.open(port, settings.place(), handler));
        out.println("ready " + api.endpoint());
        out.println(SampleRequest.of(environment, settings.place()).message(api.endpoint()));
        out.flush();
    }

    private URI standIn() {
        out.println("starting the stand-in for SageMaker");
        StandInSettings standIn =
                StandInSettings.DEFAULT
                        .withRegion(settings.region())
                        .withAccountId(settings.accountId());
        URI endpoint =
                listen(
                                "SAGEMAKER_PORT",
                                settings.sageMakerPort(),
                                port -> SageMakerStandIn.start(standIn.withPort(port)))
                        .endpoint();
        out.println("the stand-in for SageMaker is at " + endpoint);
        return endpoint;
    }

    /// Makes our services reachable for containers at the same ports, if there is a bridge.
    private void bridge(URI endpoint) {
        ContainerBridge.address()
                .ifPresent(address ->
                        listen(
                                "the containers' bridge at port",
                                endpoint.getPort(),
                                _ -> ContainerBridge.open(address, endpoint)));
    }

    private URI dynamoDb() {
        out.println("starting DynamoDB Local");
        URI endpoint =
                listen(
                                "DYNAMODB_PORT",
                                settings.dynamoDbPort(),
                                port ->
                                        DynamoDbLocalServer.start(
                                                port, settings.dynamoDbDirectory()))
                        .endpoint();
        out.println("DynamoDB Local is at " + endpoint);
        return endpoint;
    }

    @FunctionalInterface
    private interface Listener<T extends AutoCloseable> {
        T on(int port) throws IOException;
    }

    private <T extends AutoCloseable> T listen(String setting, int port, Listener<T> listener) {
        try {
            T started = listener.on(port);
            running.push(started);
            return started;
        } catch (IOException e) {
            throw new CannotStartException(reason(setting, port, e));
        }
    }

    private static String reason(String setting, int port, IOException e) {
        boolean bind = e instanceof BindException || e.getCause() instanceof BindException;
        if (!bind) return "%s %d: %s".formatted(setting, port, e.getMessage());
        return "port %1$d cannot be taken, another process may have it: %2$s names another, %2$s=0 takes any free one"
                .formatted(port, setting);
    }
}
