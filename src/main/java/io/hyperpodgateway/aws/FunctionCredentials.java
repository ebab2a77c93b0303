package io.hyperpodgateway.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;

/// The credentials that Lambda gives the function, from where it gives them. What was fetched is
/// kept until it expires, or until [#renew].
public final class FunctionCredentials implements AwsCredentialsProvider {

    private final boolean areServed;
    private volatile AwsCredentialsProvider provider;

    /// @param areServed whether they are asked for at the address that
    ///   `AWS_CONTAINER_CREDENTIALS_FULL_URI` names; else they stand in variables
    public FunctionCredentials(boolean areServed) {
        this.areServed = areServed;
        this.provider = source(areServed);
    }

    /// Forgets what was fetched: the next call asks anew.
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
