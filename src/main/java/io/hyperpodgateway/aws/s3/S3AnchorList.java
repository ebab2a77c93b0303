package io.hyperpodgateway.aws.s3;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.aws.SignedHttp;

import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Lists what the bucket contains: every version, including those behind a delete marker.
///
/// It needs s3:ListBucketVersions (ListObjectVersions in the S3 API reference).
public final class S3AnchorList {

    private final SignedHttp http;
    private final Bucket bucket;
    private final String prefix;

    /// @param http signs for `s3`
    /// @param prefix the prefix of the keys; see [AnchorKeys]
    public S3AnchorList(SignedHttp http, Bucket bucket, String prefix) {
        this.http = Objects.requireNonNull(http);
        this.bucket = Objects.requireNonNull(bucket);
        this.prefix = Objects.requireNonNull(prefix);
    }

    /// All anchors, by hour.
    ///
    /// @throws AuditUnavailableException if they cannot be listed
    public List<Anchor> anchors() {
        Set<Anchor> anchors = new LinkedHashSet<>();
        var page = VersionsPage.EMPTY;
        do {
            page = page(page);
            page.keys().stream()
                    .flatMap(key -> AnchorKeys.anchor(prefix, key).stream())
                    .forEach(anchors::add);
        } while (page.isTruncated());
        return List.copyOf(anchors);
    }

    private VersionsPage page(VersionsPage before) {
        SdkHttpRequest.Builder list =
                bucket.request(SdkHttpMethod.GET, "")
                        .putRawQueryParameter("versions", "")
                        .putRawQueryParameter("prefix", prefix);
        before.nextKey().ifPresent(key -> list.putRawQueryParameter("key-marker", key));
        before.nextVersion().ifPresent(id -> list.putRawQueryParameter("version-id-marker", id));
        SignedHttp.AwsResponse answer = S3Retries.send(http, bucket, list.build(), new byte[0]);
        if (answer.isSuccess()) return VersionsPage.read(bucket.name(), answer.body());
        throw new AuditUnavailableException(
                "bucket %s: %s".formatted(bucket.name(), S3Error.message(answer)),
                new IOException("HTTP status " + answer.status()));
    }
}
