package io.hyperpodgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;

/// The packaged function with invalid, empty or unusual settings.
class MisconfiguredIT {

    @Test
    void servesNothingAndSaysWhyOnce() throws IOException {
        try (var fixture =
                FunctionFixture.start(
                        Map.of(
                                "GATEWAY_NAME",
                                "wrong-gateway",
                                "POLICY_SOURCE",
                                "appconfig:a/b/c",
                                "AUDIT_TABLE",
                                ""))) {
            assertThat(fixture.send(Events.named("health")).status()).isEqualTo(503);
            Response response = fixture.send(Events.create("never"));
            assertThat(response.status()).isEqualTo(502);
            assertThat(response.problem()).isEqualTo("gateway-misconfigured");
            assertThat(fixture.send(Events.get("/policy")).status()).isEqualTo(502);
            assertThat(fixture.function().log())
                    .filteredOn(line -> line.contains("misconfigured and serves nothing"))
                    .singleElement()
                    .asString()
                    .contains("POLICY_SOURCE", "AUDIT_TABLE")
                    .contains("\"gateway\":\"wrong-gateway\"");
        }
    }

    @Test
    void takesEmptySettingsForAbsentOnes() throws IOException {
        try (var fixture =
                FunctionFixture.start(
                        Map.of(
                                "GATEWAY_NAME",
                                "",
                                "POLICY_SOURCE",
                                "",
                                "UNKNOWN_INSTANCE_TYPES",
                                ""))) {
            assertThat(fixture.send(Events.create("made")).status()).isEqualTo(201);
        }
    }

    @Test
    void connectsToCustomEndpointsWithoutAProxy() throws IOException {
        String nowhere = "http://127.0.0.1:9";
        try (var fixture =
                FunctionFixture.start(
                        Map.of(
                                "HTTP_PROXY",
                                nowhere,
                                "http_proxy",
                                nowhere,
                                "https_proxy",
                                nowhere))) {
            assertThat(fixture.send(Events.create("made")).status()).isEqualTo(201);
        }
    }
}
