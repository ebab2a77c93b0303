package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.forGroups;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.request.ClusterRequest;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

class RequiredDeepHealthChecksTest {

    private static final String PLACE = "/InstanceGroups/0/OnStartDeepHealthChecks";

    private static final RequiredDeepHealthChecks BOTH =
            new RequiredDeepHealthChecks(
                    Globs.of("ml.p5.*"), List.of("InstanceStress", "InstanceConnectivity"));

    @Test
    void requiresEveryCheck() {
        assertThat(places(BOTH, withChecks("'InstanceConnectivity', 'InstanceStress'"))).isEmpty();
        assertThat(places(BOTH, withChecks("'InstanceStress'"))).containsExactly(PLACE);
        assertThat(places(BOTH, withChecks(""))).containsExactly(PLACE);
        assertThat(places(BOTH, forGroups("{'InstanceType': 'ml.p5.4xlarge'}")))
                .containsExactly(PLACE);
    }

    @Test
    void doesNotMindMoreChecks() {
        assertThat(
                        places(
                                BOTH,
                                withChecks(
                                        "'InstanceStress', 'MultiNodeTrainingValidation',"
                                                + " 'InstanceConnectivity'")))
                .isEmpty();
    }

    @Test
    void doesNotSeeOtherTypes() {
        assertThat(places(BOTH, forGroups("{'InstanceType': 'ml.m5.large'}"))).isEmpty();
    }

    @Test
    void bindsEveryGroupThatMayComeToHaveOne() {
        var request =
                forDocument(
                        """
                        {'InstanceGroups': [
                           {'InstanceRequirements': {'InstanceTypes': ['ml.m5.large', 'ml.p5.4xlarge']}},
                           {}],
                         'RestrictedInstanceGroups': [{'InstanceType': 'ml.p5.48xlarge'}]}
                        """);

        assertThat(places(BOTH, request))
                .containsExactly(
                        PLACE,
                        "/InstanceGroups/1/OnStartDeepHealthChecks",
                        "/RestrictedInstanceGroups/0/OnStartDeepHealthChecks");
    }

    @Test
    void namesThoseThatAreMissing() {
        assertThat(messages(BOTH, withChecks("'InstanceStress'")))
                .containsExactly(
                        "deep health checks are missing: InstanceConnectivity; needed for ml.p5.48xlarge");
    }

    @Test
    void knowsTheChecksOfTheServiceModel() throws IOException {
        try (var file = ServiceModel.class.getResourceAsStream("service-2.json")) {
            var model = JsonReader.read(file.readAllBytes()).orElseThrow();
            var names =
                    ((JsonObject) model)
                            .object("shapes")
                            .flatMap(shapes -> shapes.object("DeepHealthCheckType"))
                            .orElseThrow()
                            .items("enum");

            assertThat(RequiredDeepHealthChecks.KNOWN)
                    .containsExactlyElementsOf(
                            names.stream()
                                    .map(Json::text)
                                    .map(name -> name.orElseThrow())
                                    .toList());
        }
    }

    private static ClusterRequest withChecks(String checks) {
        return forGroups(
                "{'InstanceType': 'ml.p5.48xlarge', 'OnStartDeepHealthChecks': [%s]}"
                        .formatted(checks));
    }
}
