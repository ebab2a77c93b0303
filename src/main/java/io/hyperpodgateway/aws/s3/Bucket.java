package io.hyperpodgateway.aws.s3;

import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// A bucket and its endpoint.
///
/// @param name the bucket's name
/// @param region the bucket's Region
/// @param endpoint replaces S3's own
public record Bucket(String name, String region, Optional<URI> endpoint) {

    public Bucket {
        Objects.requireNonNull(name);
        Objects.requireNonNull(region);
        Objects.requireNonNull(endpoint);
    }

    /// A request to that path of the bucket, starting with `/`. The bucket's name is in the path,
    /// because a name with dots in the host name would match no certificate.
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
