package io.hyperpodgateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class LambdaEnvironmentTest {

    private static final String TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";
    private static final String ADDRESS = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

    @Test
    void knowASnapshotByTheKindOfStart() {
        assertThat(LambdaEnvironment.of(Map.of(TYPE, "snap-start")).snapshotIsTaken()).isTrue();
        assertThat(LambdaEnvironment.of(Map.of(TYPE, "on-demand")).snapshotIsTaken()).isFalse();
        assertThat(LambdaEnvironment.of(Map.of()).snapshotIsTaken()).isFalse();
    }

    @Test
    void knowServedCredentialsByTheirAddress() {
        Map<String, String> both =
                Map.of(ADDRESS, "http://127.0.0.1:9001/", "AWS_ACCESS_KEY_ID", "A");
        assertThat(LambdaEnvironment.of(both).credentialsAreServed()).isTrue();
        assertThat(LambdaEnvironment.of(Map.of(ADDRESS, "")).credentialsAreServed()).isFalse();
        assertThat(LambdaEnvironment.of(Map.of()).credentialsAreServed()).isFalse();
    }
}
