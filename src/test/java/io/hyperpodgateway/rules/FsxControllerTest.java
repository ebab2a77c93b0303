package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.EKS_AND_SLURM;
import static io.hyperpodgateway.rules.RuleProbe.SLURM;
import static io.hyperpodgateway.rules.RuleProbe.VPC;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.RuleProbe.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FsxControllerTest {

    private static final Rule RULE = rule("fsx-controller");
    private static final String LUSTRE = storage("{'FsxLustreConfig':{}}");

    @Test
    void warnsWhereNoGroupIsANode() {
        assertThat(places(RULE, VPC, groups("{}", LUSTRE)))
                .containsExactly("/InstanceGroups/1/InstanceStorageConfigs/0/FsxLustreConfig");
        assertThat(places(RULE, SLURM, groups(storage("{}", "{'FsxOpenZfsConfig':{}}"))))
                .containsExactly("/InstanceGroups/0/InstanceStorageConfigs/1/FsxOpenZfsConfig");
        assertThat(places(RULE, groups(LUSTRE, LUSTRE))).hasSize(2);
        assertThat(places(RULE, restrictedGroups(LUSTRE))).hasSize(1);
    }

    @Test
    void leavesNodesToFsxNeeds() {
        assertThat(places(RULE, groups(LUSTRE, "{'SlurmConfig':{'NodeType':'Compute'}}")))
                .isEmpty();
        assertThat(places(RULE, groups(LUSTRE, "{'SlurmConfig':{'NodeType':'Controller'}}")))
                .isEmpty();
    }

    @Test
    void asksNothingOfEksNorWithoutFileSystem() {
        assertThat(places(RULE, EKS, groups(LUSTRE))).isEmpty();
        assertThat(places(RULE, EKS_AND_SLURM, groups(LUSTRE))).isEmpty();
        assertThat(places(RULE, groups(storage("{'EbsVolumeConfig':{}}"), "{}"))).isEmpty();
        assertThat(places(RULE, groups(storage("{'FsxLustreConfig':7}")))).isEmpty();
    }
}
