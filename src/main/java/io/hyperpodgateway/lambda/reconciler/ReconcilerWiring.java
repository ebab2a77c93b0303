package io.hyperpodgateway.lambda.reconciler;

import io.hyperpodgateway.admission.reconciliation.IntentProbe;
import io.hyperpodgateway.admission.reconciliation.Reconciler;
import io.hyperpodgateway.admission.reconciliation.Sleeper;
import io.hyperpodgateway.admission.settlement.IntentSettler;
import io.hyperpodgateway.audit.GatewayIdentity;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.dynamodb.DynamoDbAuditLog;
import io.hyperpodgateway.aws.dynamodb.DynamoDbOpenIntentStore;
import io.hyperpodgateway.aws.sagemaker.SageMakerClusterLookup;
import io.hyperpodgateway.config.Settings;
import io.hyperpodgateway.config.SettingsReader;
import io.hyperpodgateway.http.Answers;
import io.hyperpodgateway.lambda.Version;
import io.hyperpodgateway.text.Reading;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds the reconciler's object graph, once, from the settings. It ignores those of the policy,
/// and works even if they are invalid.
final class ReconcilerWiring {

    private static final List<String> OF_THE_POLICY =
            List.of("POLICY_SOURCE", "UNKNOWN_INSTANCE_TYPES");

    private final AwsCredentialsProvider credentials;
    private final Clock clock;
    private final Sleeper sleeper;
    private final ReconcilerLog log;
    private final Optional<Reconciler> reconciler;

    ReconcilerWiring(
            Map<String, String> environment,
            AwsCredentialsProvider credentials,
            Clock clock,
            Sleeper sleeper) {
        this.credentials = credentials;
        this.clock = clock;
        this.sleeper = sleeper;
        Reading<Settings, String> reading = SettingsReader.read(ownSettings(environment));
        this.log = new ReconcilerLog(System.out, SettingsReader.gatewayName(environment), clock);
        this.reconciler = reconciler(reading);
    }

    /// @throws IllegalStateException if the settings are invalid, which is already logged
    Reconciler reconciler() {
        return reconciler.orElseThrow(
                () -> new IllegalStateException("the settings are invalid, see the first lines"));
    }

    ReconcilerLog log() {
        return log;
    }

    private Optional<Reconciler> reconciler(Reading<Settings, String> reading) {
        return switch (reading) {
            case Reading.Read(var settings) -> Optional.of(reconciler(settings));
            case Reading.Refused(var mistakes) -> {
                log.misconfigured(mistakes);
                yield Optional.empty();
            }
        };
    }

    private Reconciler reconciler(Settings settings) {
        var clients = new AwsClients(settings.region(), credentials, (_, _) -> {});
        var dynamoDb = clients.dynamoDb(settings.dynamoDbEndpoint());
        var record = new DynamoDbAuditLog(dynamoDb, settings.auditTable(), settings.openTable());
        var store = new DynamoDbOpenIntentStore(dynamoDb, settings.openTable());
        var settler =
                new IntentSettler(
                        record,
                        store,
                        new SageMakerClusterLookup(clients.sageMaker(settings.sageMakerEndpoint())),
                        new GatewayIdentity(
                                settings.gatewayName(), settings.region(), Version.ofThisBuild()),
                        Answers::status,
                        clock);
        var intentProbe = new IntentProbe(record, store, settler, clock, log::bug);
        return new Reconciler(store, intentProbe, sleeper);
    }

    private static Map<String, String> ownSettings(Map<String, String> environment) {
        var own = new HashMap<>(environment);
        own.keySet().removeAll(OF_THE_POLICY);
        return own;
    }
}
