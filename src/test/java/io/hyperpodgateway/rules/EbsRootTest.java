package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.fixes;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.RuleProbe.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EbsRootTest {

    private static final Rule RULE = rule("ebs-root");

    @Test
    void leavesTheSizeOfARootVolumeToAws() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'RootVolume':true,'VolumeKmsKeyId':'k','VolumeSizeInGB':500}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeSizeInGB");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'RootVolume':true,'VolumeKmsKeyId':'k'}}"))))
                .isEmpty();
    }

    @Test
    void wantsTheKeyOfARootVolume() {
        assertThat(places(RULE, groups(storage("{'EbsVolumeConfig':{'RootVolume':true}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeKmsKeyId");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'RootVolume':true,'VolumeKmsKeyId':''}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeKmsKeyId");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'RootVolume':true,'VolumeSizeInGB':500}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeSizeInGB",
                        "/InstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeKmsKeyId");
    }

    @Test
    void wantsTheSizeOfAnyOther() {
        assertThat(places(RULE, groups(storage("{'EbsVolumeConfig':{}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeSizeInGB");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'RootVolume':false,'VolumeKmsKeyId':'k'}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeSizeInGB");
        assertThat(places(RULE, groups(storage("{'EbsVolumeConfig':{'VolumeSizeInGB':500}}"))))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'RootVolume':false,'VolumeSizeInGB':500,'VolumeKmsKeyId':'k'}}"))))
                .isEmpty();
    }

    @Test
    void seesRestrictedGroupsToo() {
        assertThat(places(RULE, restrictedGroups(storage("{'EbsVolumeConfig':{}}"))))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeSizeInGB");
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'RootVolume':'true'}}",
                                                "{'EbsVolumeConfig':{'RootVolume':null}}",
                                                "{'EbsVolumeConfig':[]}",
                                                "{}"))))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'RootVolume':true,'VolumeKmsKeyId':1,'VolumeSizeInGB':'500'}}"))))
                .isEmpty();
        assertThat(places(RULE, groups(storage("{'EbsVolumeConfig':{'VolumeSizeInGB':null}}"))))
                .isEmpty();
    }

    @Test
    void takesOutTheSizeAndInventsNothing() {
        assertThat(
                        fixes(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'RootVolume':true,'VolumeSizeInGB':500,'VolumeKmsKeyId':'k'}}",
                                                "{'EbsVolumeConfig':{'RootVolume':true,'VolumeSizeInGB':500}}",
                                                "{'EbsVolumeConfig':{}}"))))
                .containsExactly(
                        "remove /InstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeSizeInGB");
    }

    @Test
    void leavesAKeyOfBlanksToTheShapeCheck() {
        String root = "{'EbsVolumeConfig':{'RootVolume':true,'VolumeKmsKeyId':' '}}";

        assertThat(places(RULE, groups(storage(root)), RuleProbe.CONTINUOUS)).isEmpty();
    }
}
