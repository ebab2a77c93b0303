package io.hyperpodgateway.aws.s3;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.aws.AwsFailure;
import io.hyperpodgateway.aws.SignedHttp;

import software.amazon.awssdk.http.SdkHttpRequest;

import java.io.IOException;

/// Sends requests that can be repeated, with retries.
final class S3Retries {

    private static final int MOST_TRIES = 3;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long FIRST_PAUSE = 100;

    private S3Retries() {}

    /// @throws AuditUnavailableException if there is no answer, or no credentials
    static SignedHttp.AwsResponse send(
            SignedHttp http, Bucket bucket, SdkHttpRequest request, byte[] body) {
        for (int tries = 1; ; tries++) {
            try {
                SignedHttp.AwsResponse answer = http.send(request, body);
                if (!isPassing(answer.status()) || tries == MOST_TRIES) return answer;
            } catch (IOException e) {
                if (tries == MOST_TRIES) throw unavailable(bucket, new RuntimeException(e));
            } catch (RuntimeException e) {
                throw unavailable(bucket, e);
            }
            pause(bucket, FIRST_PAUSE << tries);
        }
    }

    private static boolean isPassing(int status) {
        return status >= 500 || status == CONFLICT || status == TOO_MANY_REQUESTS;
    }

    private static void pause(Bucket bucket, long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(bucket, new RuntimeException(e));
        }
    }

    private static AuditUnavailableException unavailable(Bucket bucket, RuntimeException failure) {
        return new AuditUnavailableException(
                "bucket %s: %s".formatted(bucket.name(), AwsFailure.of(failure).toMessage()),
                failure);
    }
}
