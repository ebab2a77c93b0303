package io.hyperpodgateway.aws.s3;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.AnchorStore;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.aws.SignedHttp;
import io.hyperpodgateway.text.Sha256;

import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/// Stores digests in a bucket with Object Lock, as `PREFIX/HOURZ/SHA256.json`: the key alone
/// contains what a verifier needs, and a second digest of an hour does not hide the first.
///
/// It needs s3:PutObject and, unless the bucket's default retention applies, s3:PutObjectRetention.
/// With a retention S3 requires a checksum (PutObject in the S3 API reference).
public final class S3AnchorStore implements AnchorStore {

    private static final int PRECONDITION_FAILED = 412;

    private final SignedHttp http;
    private final Bucket bucket;
    private final String prefix;
    private final Retention retention;
    private final Clock clock;

    /// @param http signs for `s3`
    /// @param prefix the prefix of the keys, up to their hour; see [AnchorKeys]
    public S3AnchorStore(
            SignedHttp http, Bucket bucket, String prefix, Retention retention, Clock clock) {
        this.http = Objects.requireNonNull(http);
        this.bucket = Objects.requireNonNull(bucket);
        this.prefix = Objects.requireNonNull(prefix);
        this.retention = Objects.requireNonNull(retention);
        this.clock = Objects.requireNonNull(clock);
    }

    @Override
    public void keep(Digest digest) {
        byte[] body = digest.members().toText().getBytes(StandardCharsets.UTF_8);
        String key = AnchorKeys.key(prefix, Anchor.of(digest));
        SignedHttp.AwsResponse answer = send(request(key, body), body);
        if (answer.isSuccess() || answer.status() == PRECONDITION_FAILED) return;
        throw new AuditUnavailableException(
                "bucket %s: %s".formatted(bucket.name(), S3Error.message(answer)),
                new IOException("HTTP status " + answer.status()));
    }

    private SdkHttpRequest request(String key, byte[] body) {
        SdkHttpRequest.Builder put =
                bucket.request(SdkHttpMethod.PUT, "/" + key)
                        .putHeader("Content-Type", "application/json")
                        .putHeader("If-None-Match", "*")
                        .putHeader("x-amz-sdk-checksum-algorithm", "SHA256")
                        .putHeader("x-amz-checksum-sha256", checksum(body));
        if (retention.days() > 0) {
            put.putHeader("x-amz-object-lock-mode", retention.mode())
                    .putHeader("x-amz-object-lock-retain-until-date", until());
        }
        return put.build();
    }

    private String until() {
        return clock.instant()
                .plus(Duration.ofDays(retention.days()))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static String checksum(byte[] body) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.hex(body)));
    }

    private SignedHttp.AwsResponse send(SdkHttpRequest request, byte[] body) {
        return S3Retries.send(http, bucket, request, body);
    }
}
