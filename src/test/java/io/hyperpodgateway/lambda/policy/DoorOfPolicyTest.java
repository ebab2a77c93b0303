package io.hyperpodgateway.lambda.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.Body;
import io.hyperpodgateway.admission.Stories;
import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.http.Answered;
import io.hyperpodgateway.http.FrontDoor;
import io.hyperpodgateway.http.HttpAnswer;
import io.hyperpodgateway.http.request.Headers;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyReader;
import io.hyperpodgateway.policy.PolicyReading;
import io.hyperpodgateway.spec.model.ServiceModel;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

class DoorOfPolicyTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();

    private final AtomicReference<Policy> inForce = new AtomicReference<>(policy("first"));
    private final List<String> built = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    @Test
    void leadsToTheDoorOfThePolicyInForce() {
        var door = new DoorOfPolicy(inForce::get, this::door);
        assertThat(policyOf(door)).isEqualTo("first");
        inForce.set(policy("second"));

        assertThat(policyOf(door)).isEqualTo("second");
        assertThat(policyOf(door)).isEqualTo("second");
        assertThat(built).containsExactly("first", "second");
    }

    @Test
    void staysWithAPolicyUntilTheRequestIsAnswered() {
        var door = new DoorOfPolicy(inForce::get, this::door);
        meanwhile =
                () -> {
                    inForce.set(policy("second"));
                    meanwhile = () -> {};
                    assertThat(policyOf(door)).isEqualTo("second");
                };

        assertThat(policyOf(door)).isEqualTo("first");
    }

    private FrontDoor door(Policy policy) {
        built.add(policy.version());
        return (_, visit) -> {
            meanwhile.run();
            var answer = new HttpAnswer(200, new LinkedHashMap<>(), "");
            return new Answered(answer, visit, "none", policy.version(), List.of());
        };
    }

    private static String policyOf(FrontDoor door) {
        Visit visit = Stories.visit(Stories.role("ml-research"));
        var request =
                new HttpRequest(
                        "GET",
                        "/health",
                        "",
                        new Headers(Map.of()),
                        Body.of(new byte[0]),
                        visit.identity(),
                        visit.origin(),
                        () -> Duration.ofSeconds(1));
        return door.answer(request, visit).outcome();
    }

    private static Policy policy(String version) {
        var reading = PolicyReader.read("version: " + version, MODEL);
        return ((PolicyReading.Read) reading).policy();
    }
}
