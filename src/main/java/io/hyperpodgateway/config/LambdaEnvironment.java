package io.hyperpodgateway.config;

import java.util.Map;

/// What Lambda says of the environment that it runs the function in ("Defined runtime environment
/// variables" in its developer guide).
///
/// @param snapshotIsTaken whether the process is copied when it is ready, and answers as many
///   copies (SnapStart)
/// @param credentialsAreServed whether credentials are asked for at an address, as copies must, and
///   do not stand in variables, which are as old as the snapshot
public record LambdaEnvironment(boolean snapshotIsTaken, boolean credentialsAreServed) {

    /// What the environment variables say of them.
    ///
    /// @param environment variables by name, as [System#getenv()] gives them
    public static LambdaEnvironment of(Map<String, String> environment) {
        return new LambdaEnvironment(
                "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE")),
                !environment.getOrDefault("AWS_CONTAINER_CREDENTIALS_FULL_URI", "").isEmpty());
    }
}
