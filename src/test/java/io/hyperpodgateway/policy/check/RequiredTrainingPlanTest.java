package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.forGroups;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequiredTrainingPlanTest {

    private static final RequiredTrainingPlan P5 =
            new RequiredTrainingPlan(Globs.of("ml.p5.*", "ml.{region}.*"));

    @Test
    void requiresAPlanForTheTypes() {
        assertThat(places(P5, forGroups("{'InstanceType': 'ml.p5.48xlarge'}")))
                .containsExactly("/InstanceGroups/0/TrainingPlanArn");
        assertThat(
                        places(
                                P5,
                                forGroups(
                                        "{'InstanceType': 'ml.p5.4xlarge', 'TrainingPlanArn': 'a'}")))
                .isEmpty();
        assertThat(
                        places(
                                P5,
                                forGroups(
                                        "{'InstanceType': 'ml.p5.4xlarge', 'TrainingPlanArn': ''}")))
                .hasSize(1);
    }

    @Test
    void doesNotSeeOtherTypes() {
        assertThat(places(P5, forGroups("{'InstanceType': 'ml.p5en.48xlarge'}"))).isEmpty();
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

        assertThat(places(P5, request))
                .containsExactly(
                        "/InstanceGroups/0/TrainingPlanArn",
                        "/InstanceGroups/1/TrainingPlanArn",
                        "/RestrictedInstanceGroups/0/TrainingPlanArn");
    }

    @Test
    void namesTheTypesOfTheGroup() {
        var request =
                forGroups(
                        "{'InstanceRequirements': {'InstanceTypes': ['ml.m5.large', 'ml.p5.4xlarge']}}");

        assertThat(messages(P5, request))
                .containsExactly("a training plan is needed for ml.p5.4xlarge");
    }

    @Test
    void fillsPlaceholders() {
        var filled = P5.filled(text -> text.replace("{region}", "us-east-1"));

        assertThat(messages(filled, forGroups("{}")))
                .containsExactly("a training plan is needed for ml.p5.*, ml.us-east-1.*");
    }
}
