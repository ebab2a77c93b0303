package io.hyperpodgateway.lambda;

import io.hyperpodgateway.admission.Admission;
import io.hyperpodgateway.admission.ReadAccess;
import io.hyperpodgateway.admission.RecordingTelemetry;
import io.hyperpodgateway.admission.Rulebook;
import io.hyperpodgateway.admission.ScriptedClusters;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.admission.settlement.InMemoryOpenIntentStore;
import io.hyperpodgateway.audit.GatewayIdentity;
import io.hyperpodgateway.audit.InMemoryAuditLog;
import io.hyperpodgateway.audit.list.InMemoryRequestList;
import io.hyperpodgateway.http.Answers;
import io.hyperpodgateway.http.ExceptionBarrier;
import io.hyperpodgateway.http.Health;
import io.hyperpodgateway.http.Router;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

/// The real handler, from event to answer, on fakes. The clock is fixed, and request ids are
/// numbers.
public final class HandlerOnFakes {

    private static final GatewayIdentity GATEWAY =
            new GatewayIdentity("fakes", "us-east-1", "0.0.0");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String ZEROS = "0".repeat(24);
    private static final int REMAINING = 28_000;

    public final InMemoryAuditLog log = new InMemoryAuditLog();
    public final ScriptedClusters clusters = new ScriptedClusters();
    public final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final GatewayHandler handler;

    public HandlerOnFakes(Rulebook rulebook) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var number = new AtomicInteger();
        var ports = new Ports(log, new InMemoryOpenIntentStore(log), clusters, clusters, telemetry);
        var door =
                new Router(
                        new Admission(rulebook, GATEWAY, ports, Answers::status, clock),
                        new ReadAccess(
                                rulebook, ports, new InMemoryRequestList(log), GATEWAY.region()),
                        new Health("0.0.0", "1", "0".repeat(64), () -> JsonObject.EMPTY),
                        telemetry);
        var lines = new PrintStream(OutputStream.nullOutputStream());
        this.handler =
                new GatewayHandler(
                        new ExceptionBarrier(door, telemetry::internalError),
                        new RequestLog(lines, GATEWAY.name(), clock),
                        clock,
                        () -> "r-" + ZEROS + HexFormat.of().toHexDigits(number.incrementAndGet()));
    }

    public JsonObject handle(byte[] event) {
        var answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), answer, context());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (JsonReader.read(answer.toByteArray()) instanceof Reading.Read(JsonObject read))
            return read;
        throw new IllegalStateException("the answer is not one JSON object: " + answer);
    }

    private static com.amazonaws.services.lambda.runtime.Context context() {
        return (com.amazonaws.services.lambda.runtime.Context)
                Proxy.newProxyInstance(
                        HandlerOnFakes.class.getClassLoader(),
                        new Class<?>[] {com.amazonaws.services.lambda.runtime.Context.class},
                        (_, method, _) ->
                                method.getName().equals("getRemainingTimeInMillis")
                                        ? (Object) REMAINING
                                        : null);
    }
}
