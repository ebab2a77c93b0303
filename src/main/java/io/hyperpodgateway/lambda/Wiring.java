package io.hyperpodgateway.lambda;

import io.hyperpodgateway.admission.Admission;
import io.hyperpodgateway.admission.ReadAccess;
import io.hyperpodgateway.admission.RequestIds;
import io.hyperpodgateway.admission.Rulebook;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.audit.GatewayIdentity;
import io.hyperpodgateway.audit.list.RequestList;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.dynamodb.DynamoDbAuditLog;
import io.hyperpodgateway.aws.dynamodb.DynamoDbOpenIntentStore;
import io.hyperpodgateway.aws.dynamodb.DynamoDbRequestList;
import io.hyperpodgateway.aws.sagemaker.SageMakerClusterCreator;
import io.hyperpodgateway.aws.sagemaker.SageMakerClusterLookup;
import io.hyperpodgateway.config.LambdaEnvironment;
import io.hyperpodgateway.config.Settings;
import io.hyperpodgateway.config.SettingsReader;
import io.hyperpodgateway.http.Answers;
import io.hyperpodgateway.http.ExceptionBarrier;
import io.hyperpodgateway.http.Health;
import io.hyperpodgateway.http.HttpEndpoint;
import io.hyperpodgateway.http.MisconfiguredRouter;
import io.hyperpodgateway.http.Router;
import io.hyperpodgateway.lambda.log.LogLines;
import io.hyperpodgateway.lambda.policy.PolicyInForce;
import io.hyperpodgateway.lambda.policy.PolicyLog;
import io.hyperpodgateway.lambda.policy.PolicyReloadingRouter;
import io.hyperpodgateway.lambda.snapstart.AwsPrimer;
import io.hyperpodgateway.lambda.snapstart.NoOpPorts;
import io.hyperpodgateway.lambda.snapstart.SnapStartHooks;
import io.hyperpodgateway.lambda.snapstart.SnapshotPriming;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.rules.Specification;
import io.hyperpodgateway.text.Reading;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Builds the object graph, once, from the settings.
final class Wiring {

    private final AwsCredentialsProvider credentials;
    private final LambdaEnvironment lambdaEnvironment;
    private final Clock clock;
    private final UnaryOperator<Ports> around;
    private final ServiceModel model = ServiceModel.bundled();
    private final String version = Version.ofThisBuild();
    private final RequestLog log;
    private final HttpEndpoint endpoint;
    private Optional<AwsPrimer> primer = Optional.empty();
    private Optional<WarmUp> warmUp = Optional.empty();
    private Optional<SnapshotPriming> priming = Optional.empty();

    Wiring(Map<String, String> environment, AwsCredentialsProvider credentials, Clock clock) {
        this(environment, credentials, clock, UnaryOperator.identity());
    }

    /// @param around decorates the ports
    Wiring(
            Map<String, String> environment,
            AwsCredentialsProvider credentials,
            Clock clock,
            UnaryOperator<Ports> around) {
        this.credentials = credentials;
        this.lambdaEnvironment = LambdaEnvironment.of(environment);
        this.clock = clock;
        this.around = around;
        Reading<Configuration, String> configuration = Configuration.read(environment, model);
        this.log = new RequestLog(System.out, SettingsReader.gatewayName(environment), clock);
        this.endpoint = new ExceptionBarrier(endpoint(configuration), log::internalError);
    }

    HttpEndpoint endpoint() {
        return endpoint;
    }

    /// The warm-up of a process without snapshot.
    Optional<WarmUp> warmUp() {
        return warmUp;
    }

    RequestLog log() {
        return log;
    }

    /// Registers the hooks for a snapshot of this gateway.
    ///
    /// @param renewals what must differ between two copies
    SnapStartHooks hooks(List<Runnable> renewals) {
        var before = new ArrayList<Runnable>();
        var after = new ArrayList<>(renewals);
        priming.ifPresent(it -> before.add(it::run));
        primer.ifPresent(it -> {
            before.add(it::prime);
            after.add(it::keepConnections);
            after.add(it::prime);
        });
        return SnapStartHooks.register(before, after);
    }

    private HttpEndpoint endpoint(Reading<Configuration, String> configuration) {
        return switch (configuration) {
            case Reading.Read(Configuration(var settings, var policy)) ->
                    configured(settings, policy);
            case Reading.Refused(var mistakes) -> {
                log.misconfigured(mistakes);
                yield new MisconfiguredRouter(version);
            }
        };
    }

    private HttpEndpoint configured(Settings settings, Policy policy) {
        var lines = new LogLines(System.out, settings.gatewayName(), clock);
        Supplier<Policy> inForce =
                PolicyInForce.of(
                        settings.policySource(), policy, model, new PolicyLog(lines, clock));
        var specification =
                Specification.of(
                        model, settings.unknownInstanceTypesAreErrors(), settings.region());
        var clients = new AwsClients(settings.region(), credentials, CallTimings::note);
        DynamoDbClient dynamoDb = clients.dynamoDb(settings.dynamoDbEndpoint());
        Ports ports = around.apply(ports(settings, clients, dynamoDb, log));
        var requests = new DynamoDbRequestList(dynamoDb, settings.auditTable());
        if (lambdaEnvironment.snapshotIsTaken()) {
            // connections that are open in a snapshot are dead in its copies
            clients.keepConnections(false);
            primer = Optional.of(new AwsPrimer(clients, ports, log::unreached));
            priming = Optional.of(priming(settings, new Rulebook(specification, policy), requests));
        } else {
            var rulebook = new Rulebook(specification, policy);
            warmUp =
                    Optional.of(
                            new WarmUp(
                                    settings.region(),
                                    () -> offlineHandler(settings, rulebook, requests),
                                    ports));
        }
        return new PolicyReloadingRouter(
                inForce,
                each -> router(settings, new Rulebook(specification, each), ports, requests, log));
    }

    private HttpEndpoint router(
            Settings settings,
            Rulebook rulebook,
            Ports ports,
            RequestList requests,
            RequestLog log) {
        var gatewayIdentity =
                new GatewayIdentity(settings.gatewayName(), settings.region(), version);
        var admission = new Admission(rulebook, gatewayIdentity, ports, Answers::status, clock);
        var readAccess = new ReadAccess(rulebook, ports, requests, settings.region());
        var health = Health.of(version, rulebook.policy(), model);
        return new Router(admission, readAccess, health, log);
    }

    /// The same gateway without log output, on ports that do nothing.
    private SnapshotPriming priming(Settings settings, Rulebook rulebook, RequestList requests) {
        var unread = new PrintStream(OutputStream.nullOutputStream());
        var silent = new RequestLog(unread, settings.gatewayName(), clock);
        HttpEndpoint endpoint =
                router(settings, rulebook, NoOpPorts.ports(silent), requests, silent);
        var handler = new GatewayHandler(endpoint, silent, clock, new RequestIds());
        return new SnapshotPriming(handler, settings.region());
    }

    /// A handler like the real one that neither sends nor logs anything.
    private GatewayHandler offlineHandler(
            Settings settings, Rulebook rulebook, RequestList requests) {
        var unread = new PrintStream(OutputStream.nullOutputStream());
        var silent = new RequestLog(unread, settings.gatewayName(), clock);
        var clients = AwsClients.sendingNothing(settings.region(), credentials, CallTimings::note);
        DynamoDbClient dynamoDb = clients.dynamoDb(settings.dynamoDbEndpoint());
        Ports unsent = ports(settings, clients, dynamoDb, silent);
        HttpEndpoint endpoint = router(settings, rulebook, unsent, requests, silent);
        return new GatewayHandler(endpoint, silent, clock, new RequestIds());
    }

    private static Ports ports(
            Settings settings, AwsClients clients, DynamoDbClient dynamoDb, RequestLog log) {
        var sageMaker = clients.sageMaker(settings.sageMakerEndpoint());
        return new Ports(
                new DynamoDbAuditLog(dynamoDb, settings.auditTable(), settings.openTable()),
                new DynamoDbOpenIntentStore(dynamoDb, settings.openTable()),
                new SageMakerClusterCreator(sageMaker),
                new SageMakerClusterLookup(sageMaker),
                log);
    }
}
