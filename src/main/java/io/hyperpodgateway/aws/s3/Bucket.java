package io.hyperpodgateway.aws.s3;

import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// A bucket and where it answers.
///
/// @param name as S3 has it
/// @param region where the bucket is
/// @param endpoint where S3 is, if not at its usual place
public record Bucket(String name, String region, Optional<URI> endpoint) {

    public Bucket {
        Objects.requireNonNull(name);
        Objects.requireNonNull(region);
        Objects.requireNonNull(endpoint);
    }

    /// A request to that path of the bucket, `/` and on. The bucket's name stands in the path: in
    /// the host's name one with dots would fit no certificate.
    SdkHttpRequest.Builder request(SdkHttpMethod method, String path) {
        return SdkHttpRequest.builder()
                .method(method)
                .uri(endpoint.orElseGet(this::usual))
                .encodedPath("/" + name + path);
    }

    private URI usual() {
        String suffix = Region.of(region).metadata().partition().dnsSuffix();
        return URI.create("https://s3.%s.%s".formatted(region, suffix));
    }
}
