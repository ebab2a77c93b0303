package io.hyperpodgateway.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

/// The function's credentials, from where Lambda provides them. They are cached until they expire,
/// or until [#renew].
public final class FunctionCredentials implements AwsCredentialsProvider {

    private final boolean areServed;
    private volatile AwsCredentialsProvider provider;

    /// @param areServed whether they are served at the address in
    ///   `AWS_CONTAINER_CREDENTIALS_FULL_URI`; otherwise they are environment variables
    public FunctionCredentials(boolean areServed) {
        this.areServed = areServed;
        this.provider = source(areServed);
    }

    /// Clears the cache: the next call fetches credentials.
    public void renew() {
        provider = source(areServed);
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return provider.resolveCredentials();
    }

    private static AwsCredentialsProvider source(boolean areServed) {
        return areServed
                ? ContainerCredentialsProvider.create()
                : EnvironmentVariableCredentialsProvider.create();
    }
}
