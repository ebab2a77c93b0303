package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class EksNeedsVpcTest {

    @Test
    void refusesAnEksClusterWithoutNetwork() {
        assertThat(check("{'Orchestrator':{'Eks':{}}}"))
                .containsExactly("eks-needs-vpc /VpcConfig");
    }

    @Test
    void takesAnEksClusterWithNetwork() {
        assertThat(check("{'Orchestrator':{'Eks':{}},'VpcConfig':{}}")).isEmpty();
    }

    @Test
    void asksNothingOfSlurmClusters() {
        assertThat(check("{'Orchestrator':{'Slurm':{}}}")).isEmpty();
        assertThat(check("{}")).isEmpty();
    }

    @Test
    void isNotContentWithTheNetworkOfAGroup() {
        assertThat(check("{'Orchestrator':{'Eks':{}},'InstanceGroups':[{'OverrideVpcConfig':{}}]}"))
                .containsExactly("eks-needs-vpc /VpcConfig");
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(check("{'Orchestrator':7}")).isEmpty();
        assertThat(check("{'Orchestrator':{'Eks':7},'VpcConfig':7}")).isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("eks-needs-vpc").check(request(document)).toList());
    }
}
