package io.hyperpodgateway.spec.rules.storage;

import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class KmsNeedsContinuousTest {

    private static final Rule RULE = new KmsNeedsContinuous();

    @Test
    void wantsContinuousProvisioningOnce() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'RootVolume':true,'VolumeKmsKeyId':'k'}},{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}]}]}"))
                .containsExactly("/NodeProvisioningMode");
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}]}]}"))
                .isEmpty();
    }

    @Test
    void wantsNoKeyInRestrictedGroups() {
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','RestrictedInstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}},{'EbsVolumeConfig':{'RootVolume':true,'VolumeKmsKeyId':'k'}}]}]}"))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeKmsKeyId",
                        "/RestrictedInstanceGroups/0/InstanceStorageConfigs/1/EbsVolumeConfig/VolumeKmsKeyId");
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}]}]}"))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeKmsKeyId");
    }

    @Test
    void tellsBothAtOnce() {
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}]}],'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}]}]}"))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeKmsKeyId",
                        "/NodeProvisioningMode");
    }

    @Test
    void asksNothingWithoutKey() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeSizeInGB':500}}]}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeKmsKeyId':''}}]}]}"))
                .isEmpty();
    }

    @Test
    void doesNotSeeWhoseAKeyIs() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeKmsKeyId':'alias/aws/ebs'}}]}]}"))
                .containsExactly("/NodeProvisioningMode");
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeKmsKeyId':1}},{'EbsVolumeConfig':{'VolumeKmsKeyId':null}}]}]}"))
                .isEmpty();
    }
}
