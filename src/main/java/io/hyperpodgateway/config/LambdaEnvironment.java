package io.hyperpodgateway.config;

import java.util.Map;

/// Lambda's execution environment ("Defined runtime environment variables" in its developer guide).
///
/// @param snapshotIsTaken whether copies of the initialized process serve the requests (SnapStart)
/// @param credentialsAreServed whether credentials are served at an address, as SnapStart requires,
///   and not in variables, which would be as old as the snapshot
public record LambdaEnvironment(boolean snapshotIsTaken, boolean credentialsAreServed) {

    /// Reads the environment variables.
    ///
    /// @param environment variables by name, as [System#getenv()] returns them
    public static LambdaEnvironment of(Map<String, String> environment) {
        return new LambdaEnvironment(
                "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE")),
                !environment.getOrDefault("AWS_CONTAINER_CREDENTIALS_FULL_URI", "").isEmpty());
    }
}
