package io.hyperpodgateway.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

import io.hyperpodgateway.admission.RequestIds;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.aws.FunctionCredentials;
import io.hyperpodgateway.config.LambdaEnvironment;
import io.hyperpodgateway.http.HttpAnswer;
import io.hyperpodgateway.http.HttpEndpoint;
import io.hyperpodgateway.http.LoggedAnswer;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.lambda.snapstart.SnapStartHooks;
import io.hyperpodgateway.model.ServiceModel;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The function's entry point: an HTTP API event (payload format 2.0) in, its answer out.
///
/// It handles streams and not the typed event, because Lambda's own binding takes several hundred
/// milliseconds to start.
public final class GatewayHandler implements RequestStreamHandler {

    private final Clock clock;
    private final Supplier<String> requestIds;
    private final AtomicBoolean cold = new AtomicBoolean(true);
    private final RequestLog log;
    private final HttpEndpoint endpoint;

    /// Kept referenced, because Lambda references hooks weakly.
    @SuppressWarnings("unused") // it is held, not read
    private final Optional<SnapStartHooks> hooks;

    /// Used by Lambda: settings and credentials are from the environment. With SnapStart, hooks are
    /// registered that keep copies of the process apart.
    public GatewayHandler() {
        Map<String, String> environment = System.getenv();
        LambdaEnvironment lambdaEnvironment = LambdaEnvironment.of(environment);
        var credentials = new FunctionCredentials(lambdaEnvironment.credentialsAreServed());
        var ids = new RequestIds();
        this.clock = Clock.systemUTC();
        this.requestIds = ids;
        var wiring = new Wiring(environment, credentials, clock);
        this.endpoint = wiring.endpoint();
        this.log = wiring.log();
        this.hooks =
                lambdaEnvironment.snapshotIsTaken()
                        ? Optional.of(wiring.hooks(List.of(ids::reseed, credentials::renew)))
                        : Optional.empty();
        wiring.warmUp().ifPresent(WarmUp::perform);
    }

    /// A handler with these settings. If they are invalid, the mistakes are logged once, `/health`
    /// answers 503 and every other route 502.
    ///
    /// @param environment the settings, by the names of environment variables
    /// @param credentials the credentials for AWS
    public GatewayHandler(Map<String, String> environment, AwsCredentialsProvider credentials) {
        this(environment, credentials, Clock.systemUTC(), UnaryOperator.identity());
    }

    /// The same with another clock.
    ///
    /// @param around decorates the ports
    GatewayHandler(
            Map<String, String> environment,
            AwsCredentialsProvider credentials,
            Clock clock,
            UnaryOperator<Ports> around) {
        this.clock = clock;
        this.requestIds = new RequestIds();
        var wiring = new Wiring(environment, credentials, clock, around);
        this.endpoint = wiring.endpoint();
        this.log = wiring.log();
        this.hooks = Optional.empty();
    }

    GatewayHandler(
            HttpEndpoint endpoint, RequestLog log, Clock clock, Supplier<String> requestIds) {
        this.clock = clock;
        this.requestIds = requestIds;
        this.endpoint = endpoint;
        this.log = log;
        this.hooks = Optional.empty();
    }

    /// The mistakes in settings and policy that make a handler unusable.
    ///
    /// @param environment the settings, by the names of environment variables
    /// @return one sentence for each; empty if it is usable
    public static List<String> mistakesIn(Map<String, String> environment) {
        return Configuration.read(environment, ServiceModel.bundled()).problems();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        HttpAnswer written = answer(event, context);
        JsonObject headers = JsonObject.EMPTY;
        for (var header : written.headers().entrySet()) {
            headers = headers.with(header.getKey(), Json.of(header.getValue()));
        }
        JsonObject response =
                JsonObject.of("statusCode", Json.of(written.status()))
                        .with("headers", headers)
                        .with("body", Json.of(written.body()))
                        .with("isBase64Encoded", Json.of(false));
        answer.write(response.toText().getBytes(StandardCharsets.UTF_8));
    }

    private HttpAnswer answer(InputStream event, Context invocation) {
        boolean coldStart = cold.getAndSet(false);
        var timings = new CallTimings();
        HttpRequest request = HttpRequests.of(read(event), invocation);
        var context =
                new RequestContext(
                        requestIds.get(), request.identity(), request.source(), clock.instant());
        LoggedAnswer answer =
                ScopedValue.where(CallTimings.OF_THIS_REQUEST, timings)
                        .call(() -> endpoint.answer(request, context));
        log.answered(answer, timings, coldStart);
        return answer.answer();
    }

    /// An unreadable event has no path, so the answer is 404.
    private static APIGatewayV2HTTPEvent read(InputStream event) {
        try {
            return EventReader.read(event);
        } catch (JacksonException _) {
            return new APIGatewayV2HTTPEvent();
        }
    }
}
