package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;

import org.junit.jupiter.api.Test;

import java.util.List;

class AutoscalingNeedsTest {

    @Test
    void tellsAllThatIsMissing() {
        assertThat(check("{'AutoScaling':{'Mode':'Enable'}}"))
                .containsExactly(
                        "autoscaling-needs /Orchestrator/Eks",
                        "autoscaling-needs /NodeProvisioningMode",
                        "autoscaling-needs /ClusterRole");
    }

    @Test
    void takesNodeRecoveryThatIsLeftOut() {
        assertThat(
                        check(
                                "{'AutoScaling':{'Mode':'Enable'},'Orchestrator':{'Eks':{}},"
                                        + "'NodeProvisioningMode':'Continuous','ClusterRole':'r'}"))
                .isEmpty();
    }

    @Test
    void takesAClusterThatHasAll() {
        assertThat(
                        check(
                                "{'AutoScaling':{'Mode':'Enable'},'Orchestrator':{'Eks':{}},"
                                        + "'NodeProvisioningMode':'Continuous','NodeRecovery':'Automatic',"
                                        + "'ClusterRole':'r'}"))
                .isEmpty();
    }

    @Test
    void tellsEachByItself() {
        assertThat(
                        check(
                                "{'AutoScaling':{'Mode':'Enable'},'Orchestrator':{'Slurm':{}},"
                                        + "'NodeProvisioningMode':'Continuous','NodeRecovery':'Automatic',"
                                        + "'ClusterRole':'r'}"))
                .containsExactly("autoscaling-needs /Orchestrator/Eks");
        assertThat(
                        check(
                                "{'AutoScaling':{'Mode':'Enable'},'Orchestrator':{'Eks':{}},"
                                        + "'NodeRecovery':'Automatic','ClusterRole':'r'}"))
                .containsExactly("autoscaling-needs /NodeProvisioningMode");
        assertThat(
                        check(
                                "{'AutoScaling':{'Mode':'Enable'},'Orchestrator':{'Eks':{}},"
                                        + "'NodeProvisioningMode':'Continuous','NodeRecovery':'None',"
                                        + "'ClusterRole':'r'}"))
                .containsExactly("autoscaling-needs /NodeRecovery");
        assertThat(
                        check(
                                "{'AutoScaling':{'Mode':'Enable'},'Orchestrator':{'Eks':{}},"
                                        + "'NodeProvisioningMode':'Continuous','NodeRecovery':'Automatic'}"))
                .containsExactly("autoscaling-needs /ClusterRole");
    }

    @Test
    void saysWhatIsMissingAndWhoNeedsIt() {
        assertThat(messages("{'AutoScaling':{'Mode':'Enable'},'NodeRecovery':'None'}"))
                .containsExactly(
                        "/Orchestrator/Eks is missing, AutoScaling needs an EKS cluster; that needs"
                                + " VpcConfig",
                        "/NodeProvisioningMode is not Continuous, /AutoScaling needs that",
                        "/NodeRecovery is None, AutoScaling needs Automatic",
                        "/ClusterRole is missing, AutoScaling needs a role there");
    }

    @Test
    void asksNothingOfClustersThatDoNotScale() {
        assertThat(check("{'AutoScaling':{'Mode':'Disable'}}")).isEmpty();
        assertThat(check("{'AutoScaling':{'AutoScalerType':'Karpenter'}}")).isEmpty();
        assertThat(check("{}")).isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'AutoScaling':{'Mode':'Enable'},'Orchestrator':7,"
                                        + "'NodeProvisioningMode':7,'NodeRecovery':true,'ClusterRole':7}"))
                .isEmpty();
        assertThat(check("{'AutoScaling':{'Mode':7}}")).isEmpty();
        assertThat(check("{'AutoScaling':'Enable'}")).isEmpty();
    }

    private static List<String> messages(String document) {
        return rule("autoscaling-needs").check(request(document)).map(Finding::message).toList();
    }

    private static List<String> check(String document) {
        return summaries(rule("autoscaling-needs").check(request(document)).toList());
    }
}
