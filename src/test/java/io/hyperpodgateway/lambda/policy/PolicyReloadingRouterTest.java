package io.hyperpodgateway.lambda.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.AdmissionFixture;
import io.hyperpodgateway.admission.RequestBody;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.http.HttpAnswer;
import io.hyperpodgateway.http.HttpEndpoint;
import io.hyperpodgateway.http.LoggedAnswer;
import io.hyperpodgateway.http.request.Headers;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyReader;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

class PolicyReloadingRouterTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();

    private final AtomicReference<Policy> inForce = new AtomicReference<>(policy("first"));
    private final List<String> built = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    @Test
    void leadsToTheDoorOfThePolicyInForce() {
        var door = new PolicyReloadingRouter(inForce::get, this::door);
        assertThat(policyOf(door)).isEqualTo("first");
        inForce.set(policy("second"));

        assertThat(policyOf(door)).isEqualTo("second");
        assertThat(policyOf(door)).isEqualTo("second");
        assertThat(built).containsExactly("first", "second");
    }

    @Test
    void staysWithAPolicyUntilTheRequestIsAnswered() {
        var door = new PolicyReloadingRouter(inForce::get, this::door);
        meanwhile =
                () -> {
                    inForce.set(policy("second"));
                    meanwhile = () -> {};
                    assertThat(policyOf(door)).isEqualTo("second");
                };

        assertThat(policyOf(door)).isEqualTo("first");
    }

    private HttpEndpoint door(Policy policy) {
        built.add(policy.version());
        return (_, context) -> {
            meanwhile.run();
            var answer = new HttpAnswer(200, new LinkedHashMap<>(), "");
            return new LoggedAnswer(answer, context, "none", policy.version(), List.of());
        };
    }

    private static String policyOf(HttpEndpoint endpoint) {
        RequestContext context = AdmissionFixture.context(AdmissionFixture.role("ml-research"));
        var request =
                new HttpRequest(
                        "GET",
                        "/health",
                        "",
                        new Headers(Map.of()),
                        RequestBody.of(new byte[0]),
                        context.identity(),
                        context.source(),
                        () -> Duration.ofSeconds(1));
        return endpoint.answer(request, context).outcome();
    }

    private static Policy policy(String version) {
        var reading = PolicyReader.read("version: " + version, MODEL);
        return reading.orElseThrow();
    }
}
