package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ArnRegionTest {

    @Test
    void refusesAnEksClusterElsewhere() {
        assertThat(
                        check(
                                "{'Orchestrator':{'Eks':{"
                                        + "'ClusterArn':'arn:aws:eks:eu-west-1:111122223333:cluster/a'}}}"))
                .containsExactly("arn-region /Orchestrator/Eks/ClusterArn");
        assertThat(
                        check(
                                "{'Orchestrator':{'Eks':{"
                                        + "'ClusterArn':'arn:aws-us-gov:eks::111122223333:cluster/a'}}}"))
                .containsExactly("arn-region /Orchestrator/Eks/ClusterArn");
    }

    @Test
    void refusesTrainingPlansElsewhere() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{"
                                        + "'TrainingPlanArn':'arn:aws:sagemaker:us-east-2:111122223333:training-pla"
                                        + "n/a'}],'RestrictedInstanceGroups':[{"
                                        + "'TrainingPlanArn':'arn:aws:sagemaker:us-east-2:111122223333:training-pla"
                                        + "n/a'}]}"))
                .containsExactly(
                        "arn-region /InstanceGroups/0/TrainingPlanArn",
                        "arn-region /RestrictedInstanceGroups/0/TrainingPlanArn");
    }

    @Test
    void takesTheRegionOfTheGateway() {
        assertThat(
                        check(
                                "{'Orchestrator':{'Eks':{"
                                        + "'ClusterArn':'arn:aws:eks:us-east-1:111122223333:cluster/a'}}}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{"
                                        + "'TrainingPlanArn':'arn:aws:sagemaker:us-east-1:111122223333:training-pla"
                                        + "n/a'}],'RestrictedInstanceGroups':[{"
                                        + "'TrainingPlanArn':'arn:aws:sagemaker:us-east-1:111122223333:training-pla"
                                        + "n/a'}]}"))
                .isEmpty();
    }

    @Test
    void comparesTheWholeRegion() {
        assertThat(
                        check(
                                "{'Orchestrator':{'Eks':{"
                                        + "'ClusterArn':'arn:aws:eks:us-east-11:111122223333:cluster/a'}}}"))
                .containsExactly("arn-region /Orchestrator/Eks/ClusterArn");
    }

    @Test
    void doesNotSeeRegionsOfOtherArns() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{"
                                        + "'VolumeKmsKeyId':'arn:aws:kms:eu-west-1:111122223333:key/a'}}]}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(check("{'Orchestrator':{'Eks':{'ClusterArn':'main'}}}")).isEmpty();
        assertThat(check("{'Orchestrator':{'Eks':{'ClusterArn':'arn:aws:eks:EU:1'}}}")).isEmpty();
        assertThat(check("{'Orchestrator':{'Eks':{'ClusterArn':7}}}")).isEmpty();
        assertThat(check("{'Orchestrator':{'Eks':7}}")).isEmpty();
        assertThat(check("{'InstanceGroups':[{'TrainingPlanArn':[]},7]}")).isEmpty();
    }

    @Test
    void cutsARegionWithoutEnd() {
        String arn = "arn:aws:eks:%s:1:cluster/a".formatted("a".repeat(1_000));
        String document = "{'Orchestrator':{'Eks':{'ClusterArn':'%s'}}}".formatted(arn);

        assertThat(rule("arn-region").check(request(document)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).hasSizeLessThan(300));
    }

    private static List<String> check(String document) {
        return summaries(rule("arn-region").check(request(document)).toList());
    }
}
