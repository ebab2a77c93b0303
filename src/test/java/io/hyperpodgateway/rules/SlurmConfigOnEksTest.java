package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.EKS_AND_SLURM;
import static io.hyperpodgateway.rules.RuleProbe.NEITHER;
import static io.hyperpodgateway.rules.RuleProbe.SLURM;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlurmConfigOnEksTest {

    private static final Rule RULE = rule("slurm-config-on-eks");

    @Test
    void warnsOfWhatIsForTheOtherOrchestrator() {
        assertThat(places(RULE, EKS, groups("{'SlurmConfig':{},'KubernetesConfig':{}}")))
                .containsExactly("/InstanceGroups/0/SlurmConfig");
        assertThat(places(RULE, SLURM, groups("{'SlurmConfig':{},'KubernetesConfig':{}}")))
                .containsExactly("/InstanceGroups/0/KubernetesConfig");
    }

    @Test
    void knowsThatSlurmIsTheDefault() {
        assertThat(places(RULE, groups("{'KubernetesConfig':{}}")))
                .containsExactly("/InstanceGroups/0/KubernetesConfig");
    }

    @Test
    void takesEachOnItsOwn() {
        assertThat(places(RULE, EKS, groups("{'KubernetesConfig':{}}"))).isEmpty();
        assertThat(places(RULE, SLURM, groups("{'SlurmConfig':{}}"))).isEmpty();
    }

    @Test
    void keepsQuietWhereBothOrNeitherIsChosen() {
        assertThat(places(RULE, EKS_AND_SLURM, groups("{'SlurmConfig':{},'KubernetesConfig':{}}")))
                .isEmpty();
        assertThat(places(RULE, NEITHER, groups("{'SlurmConfig':{},'KubernetesConfig':{}}")))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, EKS, groups("{'SlurmConfig':1}", "null"))).isEmpty();
        assertThat(places(RULE, "'Orchestrator':'Slurm'", groups("{'KubernetesConfig':[]}")))
                .isEmpty();
    }
}
