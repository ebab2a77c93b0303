package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class AllowedOrchestratorsTest {

    private static final AllowedOrchestrators EKS =
            new AllowedOrchestrators(List.of(Orchestrator.EKS));
    private static final AllowedOrchestrators SLURM =
            new AllowedOrchestrators(List.of(Orchestrator.SLURM));
    private static final AllowedOrchestrators BOTH =
            new AllowedOrchestrators(List.of(Orchestrator.values()));

    @Test
    void requiresOneThatIsAllowed() {
        assertThat(places(EKS, forDocument("{'Orchestrator': {'Eks': {}}}"))).isEmpty();
        assertThat(places(SLURM, forDocument("{'Orchestrator': {'Eks': {}}}")))
                .containsExactly("/Orchestrator/Eks");
        assertThat(places(EKS, forDocument("{'Orchestrator': {'Eks': {}, 'Slurm': {}}}")))
                .containsExactly("/Orchestrator/Slurm");
    }

    @Test
    void takesNoneForSlurm() {
        assertThat(places(SLURM, forDocument("{}"))).isEmpty();
        assertThat(places(EKS, forDocument("{}"))).containsExactly("/Orchestrator");
    }

    @Test
    void refusesWhatNobodyKnows() {
        assertThat(places(BOTH, forDocument("{'Orchestrator': {'Ray': {}}}")))
                .containsExactly("/Orchestrator/Ray");
        assertThat(places(BOTH, forDocument("{'Orchestrator': {}}")))
                .containsExactly("/Orchestrator");
        assertThat(places(BOTH, forDocument("{'Orchestrator': 'Eks'}")))
                .containsExactly("/Orchestrator");
    }

    @Test
    void namesWhatIsAllowed() {
        assertThat(messages(EKS, forDocument("{}")))
                .containsExactly(
                        "slurm, as Orchestrator is left out, is not allowed; allowed: eks");
        assertThat(messages(EKS, forDocument("{'Orchestrator': {'Slurm': {}}}")))
                .containsExactly("Slurm is not allowed; allowed: eks");
    }
}
