package io.hyperpodgateway.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.hyperpodgateway.chaos.child.FileOffsetClock;
import io.hyperpodgateway.chaos.child.GatewayVariant;
import io.hyperpodgateway.chaos.child.RecordTables;
import io.hyperpodgateway.lambda.reconciler.ReconcilerFunction;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// The handler of a child process: the packaged gateway and reconciler with a clock that the parent
/// advances. `CHAOS_CLOCK` is the clock's file, `CHAOS_VARIANT` the gateway's variant.
public final class ChaosFunction implements RequestStreamHandler {

    private final GatewayHandler gateway;
    private final ReconcilerFunction reconciler;

    public ChaosFunction() {
        Map<String, String> environment = System.getenv();
        AwsCredentialsProvider credentials = EnvironmentVariableCredentialsProvider.create();
        var clock = FileOffsetClock.of(Path.of(environment.get("CHAOS_CLOCK")));
        var variant = GatewayVariant.valueOf(environment.get("CHAOS_VARIANT"));
        var tables = RecordTables.of(environment, credentials);
        gateway =
                new GatewayHandler(
                        environment, credentials, clock, ports -> variant.around(ports, tables));
        reconciler = new ReconcilerFunction(environment, credentials, clock, Thread::sleep);
    }

    /// A scheduler's event is for the reconciler, every other one for the gateway.
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        byte[] bytes = event.readAllBytes();
        boolean scheduled =
                new String(bytes, StandardCharsets.UTF_8).contains("\"source\":\"aws.events\"");
        RequestStreamHandler handler = scheduled ? reconciler : gateway;
        handler.handleRequest(new ByteArrayInputStream(bytes), answer, context);
    }
}
