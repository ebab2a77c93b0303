package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.EKS_AND_SLURM;
import static io.hyperpodgateway.rules.RuleProbe.NEITHER;
import static io.hyperpodgateway.rules.RuleProbe.SLURM;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TieredEksTest {

    private static final Rule RULE = rule("tiered-eks");
    private static final String ENABLED = "'TieredStorageConfig':{'Mode':'Enable'}";

    @Test
    void warnsOnSlurm() {
        assertThat(places(RULE, ENABLED)).containsExactly("/TieredStorageConfig/Mode");
        assertThat(places(RULE, SLURM, ENABLED)).containsExactly("/TieredStorageConfig/Mode");
    }

    @Test
    void takesEks() {
        assertThat(places(RULE, EKS, ENABLED)).isEmpty();
        assertThat(places(RULE, EKS_AND_SLURM, ENABLED)).isEmpty();
        assertThat(places(RULE, NEITHER, ENABLED)).isEmpty();
    }

    @Test
    void asksNothingOfAStoreThatIsOff() {
        assertThat(places(RULE, "'TieredStorageConfig':{'Mode':'Disable'}")).isEmpty();
        assertThat(places(RULE, "'TieredStorageConfig':{}")).isEmpty();
        assertThat(places(RULE, "'TieredStorageConfig':'Enable'")).isEmpty();
        assertThat(places(RULE, "")).isEmpty();
    }
}
