package io.hyperpodgateway.lambda;

import io.hyperpodgateway.admission.Admission;
import io.hyperpodgateway.admission.Inquiry;
import io.hyperpodgateway.admission.Rulebook;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.audit.Gateway;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.SageMakerClusterCreator;
import io.hyperpodgateway.aws.SageMakerClusterLookup;
import io.hyperpodgateway.aws.dynamodb.DynamoDbAuditLog;
import io.hyperpodgateway.aws.dynamodb.DynamoDbOpenItems;
import io.hyperpodgateway.config.Settings;
import io.hyperpodgateway.http.Answers;
import io.hyperpodgateway.http.ClosedFrontDoor;
import io.hyperpodgateway.http.FailingSafe;
import io.hyperpodgateway.http.FrontDoor;
import io.hyperpodgateway.http.Health;
import io.hyperpodgateway.http.OpenFrontDoor;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.spec.Specification;
import io.hyperpodgateway.spec.shape.ServiceModel;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// Builds the object graph, once, from the settings.
final class Wiring {

    private final AwsCredentialsProvider credentials;
    private final Clock clock;
    private final ServiceModel model = ServiceModel.bundled();
    private final String version = Version.ofThisBuild();
    private final RequestLog log;
    private final FrontDoor frontDoor;
    private Optional<Rehearsal> rehearsal = Optional.empty();

    Wiring(Map<String, String> environment, AwsCredentialsProvider credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
        Configuration configuration = Configuration.read(environment, model);
        this.log = new RequestLog(System.out, name(configuration), clock);
        this.frontDoor = new FailingSafe(frontDoor(configuration), log::bug);
    }

    /// A rehearsal, if anything is served.
    Optional<Rehearsal> rehearsal() {
        return rehearsal;
    }

    FrontDoor frontDoor() {
        return frontDoor;
    }

    RequestLog log() {
        return log;
    }

    private FrontDoor frontDoor(Configuration configuration) {
        return switch (configuration) {
            case Configuration.Right(var settings, var policy) -> open(settings, policy);
            case Configuration.Wrong(var mistakes) -> {
                log.misconfigured(mistakes);
                yield new ClosedFrontDoor(version);
            }
        };
    }

    private FrontDoor open(Settings settings, Policy policy) {
        if (!policy.warnings().isEmpty()) {
            log.warned(policy.warnings().stream().map(Mistake::toString).toList());
        }
        var rulebook =
                new Rulebook(
                        Specification.of(
                                model, settings.unknownInstanceTypesAreErrors(), settings.region()),
                        policy);
        var clients = new AwsClients(settings.region(), credentials, Calls::note);
        Ports ports = ports(settings, clients, log);
        rehearsal =
                Optional.of(
                        new Rehearsal(settings.region(), () -> unsent(settings, rulebook), ports));
        return open(settings, rulebook, ports);
    }

    private FrontDoor open(Settings settings, Rulebook rulebook, Ports ports) {
        var gateway = new Gateway(settings.gatewayName(), settings.region(), version);
        var admission = new Admission(rulebook, gateway, ports, Answers::status, clock);
        var inquiry = new Inquiry(rulebook, ports, settings.region());
        var health = Health.of(version, rulebook.policy().version(), model);
        return new OpenFrontDoor(admission, inquiry, health, ports.telemetry());
    }

    private static Ports ports(Settings settings, AwsClients clients, RequestLog log) {
        var dynamoDb = clients.dynamoDb(settings.dynamoDbEndpoint());
        var sageMaker = clients.sageMaker(settings.sageMakerEndpoint());
        return new Ports(
                new DynamoDbAuditLog(dynamoDb, settings.auditTable(), settings.openTable()),
                new DynamoDbOpenItems(dynamoDb, settings.openTable()),
                new SageMakerClusterCreator(sageMaker),
                new SageMakerClusterLookup(sageMaker),
                log);
    }

    /// A handler like the real one, of which nothing leaves the process: neither calls nor lines.
    private GatewayHandler unsent(Settings settings, Rulebook rulebook) {
        var silent =
                new RequestLog(
                        new PrintStream(OutputStream.nullOutputStream()),
                        settings.gatewayName(),
                        clock);
        var clients = AwsClients.sendingNothing(settings.region(), credentials, Calls::note);
        Ports ports = ports(settings, clients, silent);
        return new GatewayHandler(open(settings, rulebook, ports), silent);
    }

    private static String name(Configuration configuration) {
        return configuration instanceof Configuration.Right(var settings, _)
                ? settings.gatewayName()
                : "hyperpod-gateway";
    }
}
