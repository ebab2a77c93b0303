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

/// The entry point of the function that looks after open intents, every few minutes. Whatever the
/// event says, it does the same.
public final class ReconcilerFunction implements RequestStreamHandler {

    /// `arn:aws:lambda:REGION:ACCOUNT:function:NAME`
    private static final int ACCOUNT = 4;

    private final ReconcilerWiring wiring;

    /// The function as Lambda makes it: settings and credentials are the environment's.
    public ReconcilerFunction() {
        this(
                System.getenv(),
                EnvironmentVariableCredentialsProvider.create(),
                Clock.systemUTC(),
                Thread::sleep);
    }

    /// A function of these settings. Wrong ones are logged once, and every run fails.
    ///
    /// @param environment the settings, by the names of environment variables
    /// @param credentials what requests to AWS are signed with
    /// @param clock tells how old an intent is
    /// @param sleeper how the function waits when SageMaker asks for patience
    public ReconcilerFunction(
            Map<String, String> environment,
            AwsCredentialsProvider credentials,
            Clock clock,
            Sleeper sleeper) {
        this.wiring = new ReconcilerWiring(environment, credentials, clock, sleeper);
    }

    /// Looks into every open intent.
    ///
    /// @param event not looked at
    /// @param answer gets what is logged, for who calls the function by hand
    /// @throws RuntimeException if the settings are wrong, or the open intents cannot be listed
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

    /// The account is the function's own: it can look at no other's clusters.
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
