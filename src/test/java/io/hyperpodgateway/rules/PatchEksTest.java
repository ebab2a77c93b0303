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

class PatchEksTest {

    private static final Rule RULE = rule("patch-eks");
    private static final String PATCHED =
            groups("{}", "{'AutoPatchConfig':{'PatchingStrategy':'WhenIdle'}}");

    @Test
    void warnsOnSlurm() {
        assertThat(places(RULE, PATCHED)).containsExactly("/InstanceGroups/1/AutoPatchConfig");
        assertThat(places(RULE, SLURM, PATCHED))
                .containsExactly("/InstanceGroups/1/AutoPatchConfig");
    }

    @Test
    void takesEks() {
        assertThat(places(RULE, EKS, PATCHED)).isEmpty();
        assertThat(places(RULE, EKS_AND_SLURM, PATCHED)).isEmpty();
        assertThat(places(RULE, NEITHER, PATCHED)).isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, groups("{'AutoPatchConfig':7}", "7", "{}"))).isEmpty();
    }
}
