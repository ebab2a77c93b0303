package io.hyperpodgateway.local;

import io.hyperpodgateway.lambda.reconciler.ReconcilerFunction;
import io.hyperpodgateway.policy.check.Place;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The reconciler on its deployed schedule: every five minutes, first five minutes after the start.
final class LocalReconciler implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(240);

    private final ReconcilerFunction function;
    private final Place place;
    private final ScheduledExecutorService schedule;

    private LocalReconciler(ReconcilerFunction function, Place place) {
        this.function = function;
        this.place = place;
        this.schedule =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("reconciler").factory());
    }

    static LocalReconciler start(
            Map<String, String> environment, AwsCredentialsProvider credentials, Place place) {
        var function =
                new ReconcilerFunction(environment, credentials, Clock.systemUTC(), Thread::sleep);
        var reconciler = new LocalReconciler(function, place);
        reconciler.schedule.scheduleAtFixedRate(
                reconciler::run, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return reconciler;
    }

    /// One run; a failure does not prevent the next one.
    void run() {
        try {
            function.handleRequest(
                    InputStream.nullInputStream(),
                    new ByteArrayOutputStream(),
                    new LocalContext(
                            UUID.randomUUID().toString(), Instant.now().plus(TIMEOUT), place));
        } catch (IOException | RuntimeException e) {
            System.err.println("the reconciler failed: " + e);
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
