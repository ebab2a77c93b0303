package io.hyperpodgateway.lambda;

import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.lambda.snapstart.PrimingContext;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/// Warms up a process while Lambda starts it, so that its first request finds everything loaded and
/// connected: Lambda gives a start more CPU than a request.
///
/// A creation runs through a handler that sends nothing. Then each service is called once for
/// something that does not exist, which opens the connection. Nothing is written, and failures are
/// ignored: the first request will report them.
final class WarmUp {

    /// Matches no request id and no cluster: a request id begins with `r-`, and the expected answer
    /// is that the cluster does not exist.
    private static final String NOBODY = "hyperpod-gateway-rehearsal";

    /// For each service, so that an unreachable one does not use up the start.
    private static final Duration BUDGET = Duration.ofSeconds(1);

    private final String region;
    private final Supplier<GatewayHandler> unsent;
    private final Ports ports;

    /// @param unsent creates a handler that sends nothing
    /// @param ports the real ones
    WarmUp(String region, Supplier<GatewayHandler> unsent, Ports ports) {
        this.region = region;
        this.unsent = unsent;
        this.ports = ports;
    }

    void perform() {
        createWithoutSending();
        callDynamoDb();
        callSageMaker();
    }

    private void createWithoutSending() {
        try {
            creation();
        } catch (IOException | RuntimeException _) {
            // the first request will report it
        }
    }

    /// The offline handler's answer to a valid request.
    byte[] creation() throws IOException {
        var answer = new ByteArrayOutputStream();
        unsent.get().handleRequest(new ByteArrayInputStream(event()), answer, new PrimingContext());
        return answer.toByteArray();
    }

    private void callDynamoDb() {
        try {
            ports.log().lastAttempt(NOBODY, BUDGET);
        } catch (AuditUnavailableException _) {
            // as above
        }
    }

    private void callSageMaker() {
        try {
            ports.lookup().find(NOBODY, BUDGET);
        } catch (LookupFailedException _) {
            // as above
        }
    }

    /// A valid request for the gateway's Region.
    private byte[] event() {
        try (InputStream file = WarmUp.class.getResourceAsStream("warm-up.json")) {
            String event =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return event.replace("{region}", region).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
