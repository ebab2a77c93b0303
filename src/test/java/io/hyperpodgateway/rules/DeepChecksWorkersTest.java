package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.SLURM;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeepChecksWorkersTest {

    private static final Rule RULE = rule("deep-checks-workers");

    @Test
    void warnsOnControllerAndLogin() {
        assertThat(places(RULE, groups(group("Controller"), group("Compute"), group("Login"))))
                .containsExactly(
                        "/InstanceGroups/0/OnStartDeepHealthChecks",
                        "/InstanceGroups/2/OnStartDeepHealthChecks");
        assertThat(places(RULE, SLURM, groups(group("Login")))).hasSize(1);
    }

    @Test
    void asksNothingWhereNoRoleIsKnown() {
        assertThat(places(RULE, groups("{'OnStartDeepHealthChecks':['InstanceStress']}")))
                .isEmpty();
        assertThat(places(RULE, groups(group("controller"), group("Worker")))).isEmpty();
    }

    @Test
    void asksNothingOfEks() {
        assertThat(places(RULE, EKS, groups(group("Controller")))).isEmpty();
    }

    @Test
    void asksNothingWithoutChecks() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Controller'}}",
                                        "{'SlurmConfig':{'NodeType':'Controller'},'OnStartDeepHealthChecks':[]}",
                                        "{'SlurmConfig':{'NodeType':'Controller'},'OnStartDeepHealthChecks':7}",
                                        "{'SlurmConfig':7,'OnStartDeepHealthChecks':['InstanceStress']}")))
                .isEmpty();
    }

    private static String group(String nodeType) {
        return "{'SlurmConfig':{'NodeType':'%s'},'OnStartDeepHealthChecks':['InstanceStress']}"
                .formatted(nodeType);
    }
}
