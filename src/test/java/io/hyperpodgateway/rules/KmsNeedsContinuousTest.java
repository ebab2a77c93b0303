package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.CONTINUOUS;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.RuleProbe.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KmsNeedsContinuousTest {

    private static final Rule RULE = rule("kms-needs-continuous");
    private static final String AT = "/RestrictedInstanceGroups/0/InstanceStorageConfigs";

    @Test
    void wantsContinuousProvisioningOnce() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'RootVolume':true,'VolumeKmsKeyId':'k'}}",
                                                "{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}"))))
                .containsExactly("/NodeProvisioningMode");
        assertThat(
                        places(
                                RULE,
                                CONTINUOUS,
                                groups(storage("{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}"))))
                .isEmpty();
    }

    @Test
    void wantsNoKeyInRestrictedGroups() {
        assertThat(
                        places(
                                RULE,
                                CONTINUOUS,
                                restrictedGroups(
                                        storage(
                                                "{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}",
                                                "{'EbsVolumeConfig':{'RootVolume':true,'VolumeKmsKeyId':'k'}}"))))
                .containsExactly(
                        AT + "/0/EbsVolumeConfig/VolumeKmsKeyId",
                        AT + "/1/EbsVolumeConfig/VolumeKmsKeyId");
        assertThat(
                        places(
                                RULE,
                                restrictedGroups(
                                        storage("{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}"))))
                .containsExactly(AT + "/0/EbsVolumeConfig/VolumeKmsKeyId");
    }

    @Test
    void tellsBothAtOnce() {
        assertThat(
                        places(
                                RULE,
                                restrictedGroups(
                                        storage("{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}")),
                                groups(storage("{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}"))))
                .containsExactly(AT + "/0/EbsVolumeConfig/VolumeKmsKeyId", "/NodeProvisioningMode");
    }

    @Test
    void asksNothingWithoutKey() {
        assertThat(places(RULE, groups(storage("{'EbsVolumeConfig':{'VolumeSizeInGB':500}}"))))
                .isEmpty();
        assertThat(places(RULE, groups(storage("{'EbsVolumeConfig':{'VolumeKmsKeyId':''}}"))))
                .isEmpty();
    }

    @Test
    void doesNotSeeWhoseAKeyIs() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'VolumeKmsKeyId':'alias/aws/ebs'}}"))))
                .containsExactly("/NodeProvisioningMode");
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'VolumeKmsKeyId':1}}",
                                                "{'EbsVolumeConfig':{'VolumeKmsKeyId':null}}"))))
                .isEmpty();
    }
}
