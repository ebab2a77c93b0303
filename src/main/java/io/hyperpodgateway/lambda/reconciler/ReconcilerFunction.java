package io.hyperpodgateway.lambda.reconciler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.hyperpodgateway.admission.reconciliation.Reconciliation;
import io.hyperpodgateway.admission.reconciliation.Sleeper;
import io.hyperpodgateway.audit.RequestSource;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The entry point of the scheduled function that settles open intents. It ignores the event.
public final class ReconcilerFunction implements RequestStreamHandler {

    /// `arn:aws:lambda:REGION:ACCOUNT:function:NAME`
    private static final int ACCOUNT = 4;

    private final ReconcilerWiring wiring;

    /// Used by Lambda: settings and credentials are from the environment.
    public ReconcilerFunction() {
        this(
                System.getenv(),
                EnvironmentVariableCredentialsProvider.create(),
                Clock.systemUTC(),
                Thread::sleep);
    }

    /// A function with these settings. If they are invalid, the mistakes are logged once and every
    /// run fails.
    ///
    /// @param environment the settings, by the names of environment variables
    /// @param credentials the credentials for AWS
    /// @param clock determines how old an intent is
    /// @param sleeper waits when SageMaker throttles
    public ReconcilerFunction(
            Map<String, String> environment,
            AwsCredentialsProvider credentials,
            Clock clock,
            Sleeper sleeper) {
        this.wiring = new ReconcilerWiring(environment, credentials, clock, sleeper);
    }

    /// Processes all open intents.
    ///
    /// @param event ignored
    /// @param answer receives the logged summary, for manual invocations
    /// @throws RuntimeException if the settings are invalid, or the open intents cannot be listed
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        Reconciliation done =
                wiring.reconciler()
                        .run(
                                source(context),
                                () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
        String summary = wiring.log().reconciled(done).toText();
        answer.write(summary.getBytes(StandardCharsets.UTF_8));
    }

    /// The account is the function's own, the only one whose clusters it can look up.
    private static RequestSource source(Context context) {
        String[] parts = context.getInvokedFunctionArn().split(":", -1);
        return new RequestSource(
                parts.length > ACCOUNT ? Optional.of(parts[ACCOUNT]) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(context.getAwsRequestId()));
    }
}
