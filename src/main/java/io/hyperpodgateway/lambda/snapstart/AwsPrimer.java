package io.hyperpodgateway.lambda.snapstart;

import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.aws.AwsClients;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BiConsumer;

/// The ends at AWS, to be greeted with a question that changes nothing: so that classes are loaded
/// before the snapshot, and connections open in its copies.
public final class AwsPrimer {

    /// Two of them leave half of the ten seconds that a copy has to wake up.
    private static final Duration BUDGET = Duration.ofMillis(2_500);

    private static final String NOBODYS_REQUEST = "r-" + "0".repeat(32);
    private static final String NOBODYS_CLUSTER = "hyperpod-gateway-asks-for-nobody";

    private final AwsClients clients;
    private final Ports ports;
    private final BiConsumer<String, Exception> unreached;

    /// @param clients what the ports call with
    /// @param unreached told of an end that did not answer, and why
    public AwsPrimer(AwsClients clients, Ports ports, BiConsumer<String, Exception> unreached) {
        this.clients = Objects.requireNonNull(clients);
        this.ports = Objects.requireNonNull(ports);
        this.unreached = Objects.requireNonNull(unreached);
    }

    /// Lets connections stay open from here on.
    public void keepConnections() {
        clients.keepConnections(true);
    }

    /// Asks each end once. One that does not answer is told of and no more: requests that come
    /// later ask again, and have answers of their own for it.
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
