package io.hyperpodgateway.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/// The gateway's own credentials. Their absence is distinguished from other failures: without them
/// nothing was sent.
public final class GatewayCredentials implements AwsCredentialsProvider {

    private final AwsCredentialsProvider provider;

    GatewayCredentials(AwsCredentialsProvider provider) {
        this.provider = provider;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.resolveCredentials();
        } catch (SdkException e) {
            throw new MissingCredentialsException(e);
        }
    }

    public static final class MissingCredentialsException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public MissingCredentialsException(Throwable cause) {
            super("the gateway has no credentials", cause);
        }
    }
}
