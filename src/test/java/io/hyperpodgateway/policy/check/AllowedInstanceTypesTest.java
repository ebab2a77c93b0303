package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.forGroups;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class AllowedInstanceTypesTest {

    private static final AllowedInstanceTypes G5 =
            new AllowedInstanceTypes(Globs.of("ml.g5.*", "ml.t3.medium"));

    @Test
    void refusesATypeThatIsOnNoList() {
        assertThat(places(G5, forGroups("{'InstanceType': 'ml.g5.xlarge'}"))).isEmpty();
        assertThat(places(G5, forGroups("{'InstanceType': 'ml.t3.large'}")))
                .containsExactly("/InstanceGroups/0/InstanceType");
    }

    @Test
    void looksAtEveryTypeOfEveryGroup() {
        var request =
                forDocument(
                        """
                        {'InstanceGroups': [
                           {'InstanceType': 'ml.p5.48xlarge'},
                           {'InstanceRequirements': {'InstanceTypes': ['ml.g5.xlarge', 'ml.p4d.24xlarge']}}],
                         'RestrictedInstanceGroups': [{'InstanceType': 'ml.p5.48xlarge'}]}
                        """);

        assertThat(places(G5, request))
                .containsExactly(
                        "/InstanceGroups/0/InstanceType",
                        "/InstanceGroups/1/InstanceRequirements/InstanceTypes/1",
                        "/RestrictedInstanceGroups/0/InstanceType");
    }

    @Test
    void takesAGroupWithoutTypeForOneThatMayHaveAny() {
        assertThat(places(G5, forGroups("{}"))).containsExactly("/InstanceGroups/0/InstanceType");
        assertThat(places(new AllowedInstanceTypes(Globs.of("*")), forGroups("{}"))).isEmpty();
    }

    @Test
    void namesWhatIsAllowed() {
        var request = forGroups("{'InstanceType': 'ml.p5.48xlarge'}");

        assertThat(messages(G5, request))
                .containsExactly("ml.p5.48xlarge is not allowed; allowed: ml.g5.*, ml.t3.medium");
        assertThat(messages(new AllowedInstanceTypes(Globs.of()), request))
                .containsExactly("ml.p5.48xlarge is not allowed; allowed: nothing");
    }

    @Test
    void knowsAnAllowedTypeInAnotherLetterCase() {
        var request = forGroups("{'InstanceType': 'ML.G5.XLARGE'}", "{'InstanceType': 'ML.P5.X'}");

        assertThat(messages(G5, request))
                .containsExactly(
                        "ML.G5.XLARGE (did you mean ml.g5.xlarge?) is not allowed; allowed:"
                                + " ml.g5.*, ml.t3.medium",
                        "ML.P5.X is not allowed; allowed: ml.g5.*, ml.t3.medium");
    }

    @Test
    void cutsLongLists() {
        String[] types = IntStream.range(0, 42).mapToObj(i -> "t" + i).toArray(String[]::new);
        var check = new AllowedInstanceTypes(Globs.of(types));

        assertThat(messages(check, forGroups("{'InstanceType': 'x'}")).getFirst())
                .endsWith("t27 and 14 more");
    }

    @Test
    void cutsLongValues() {
        var request = forGroups("{'InstanceType': '%s'}".formatted("x".repeat(300)));

        assertThat(messages(G5, request).getFirst()).startsWith("x".repeat(100) + "… is not");
    }
}
