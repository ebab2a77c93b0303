package io.hyperpodgateway.lambda.snapstart;

import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.aws.AwsClients;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BiConsumer;

/// Calls each AWS service once with a read that changes nothing, so that classes are loaded before
/// the snapshot, and connections are open in its copies.
public final class AwsPrimer {

    /// Two of them use half of the ten seconds that the restore of a copy may take.
    private static final Duration BUDGET = Duration.ofMillis(2_500);

    private static final String NOBODYS_REQUEST = "r-" + "0".repeat(32);
    private static final String NOBODYS_CLUSTER = "hyperpod-gateway-asks-for-nobody";

    private final AwsClients clients;
    private final Ports ports;
    private final BiConsumer<String, Exception> unreached;

    /// @param clients the clients of the ports
    /// @param unreached receives a service that did not answer, and why
    public AwsPrimer(AwsClients clients, Ports ports, BiConsumer<String, Exception> unreached) {
        this.clients = Objects.requireNonNull(clients);
        this.ports = Objects.requireNonNull(ports);
        this.unreached = Objects.requireNonNull(unreached);
    }

    /// Keeps connections open from now on.
    public void keepConnections() {
        clients.keepConnections(true);
    }

    /// Calls each service once. A failure is only reported, because later requests call again.
    public void prime() {
        try {
            ports.log().lastAttempt(NOBODYS_REQUEST, BUDGET);
        } catch (AuditUnavailableException e) {
            unreached.accept("DynamoDB", e);
        }
        try {
            ports.lookup().find(NOBODYS_CLUSTER, BUDGET);
        } catch (LookupFailedException e) {
            unreached.accept("SageMaker", e);
        }
    }
}
