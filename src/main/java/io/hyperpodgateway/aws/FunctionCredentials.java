package io.hyperpodgateway.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

import java.util.Objects;
import java.util.function.Supplier;

/// The credentials that Lambda gives the function, from where it gives them. What was fetched is
/// kept until it expires, or until [#renew].
public final class FunctionCredentials implements AwsCredentialsProvider {

    private final Supplier<AwsCredentialsProvider> source;
    private volatile AwsCredentialsProvider provider;

    private FunctionCredentials(Supplier<AwsCredentialsProvider> source) {
        this.source = Objects.requireNonNull(source);
        this.provider = source.get();
    }

    /// @param areServed whether they are asked for at the address that
    ///   `AWS_CONTAINER_CREDENTIALS_FULL_URI` names; else they stand in variables
    public static FunctionCredentials of(boolean areServed) {
        return new FunctionCredentials(
                areServed
                        ? ContainerCredentialsProvider::create
                        : EnvironmentVariableCredentialsProvider::create);
    }

    /// Forgets what was fetched: the next call asks anew.
    public void renew() {
        provider = source.get();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return provider.resolveCredentials();
    }
}
