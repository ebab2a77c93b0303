package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.request.ClusterRequest;

import org.junit.jupiter.api.Test;

class RequiredVolumeEncryptionTest {

    private static final String ROOT =
            "{'EbsVolumeConfig': {'RootVolume': true, 'VolumeKmsKeyId': 'k'}}";
    private static final String CONFIGS = "/InstanceGroups/0/InstanceStorageConfigs";

    private static final RequiredVolumeEncryption CHECK = new RequiredVolumeEncryption();

    @Test
    void requiresAKeyForTheRootVolumeThatNobodyConfigures() {
        assertThat(places(CHECK, forDocument("{'InstanceGroups': [{}]}"))).containsExactly(CONFIGS);
        assertThat(places(CHECK, configs("{'FsxLustreConfig': {}}"))).containsExactly(CONFIGS);
        assertThat(places(CHECK, configs(ROOT))).isEmpty();
    }

    @Test
    void requiresAKeyForEveryVolume() {
        assertThat(places(CHECK, configs(ROOT + ", {'EbsVolumeConfig': {'VolumeSizeInGB': 5}}")))
                .containsExactly(CONFIGS + "/1/EbsVolumeConfig/VolumeKmsKeyId");
        assertThat(places(CHECK, configs("{'EbsVolumeConfig': {'RootVolume': true}}")))
                .containsExactly(CONFIGS + "/0/EbsVolumeConfig/VolumeKmsKeyId");
        assertThat(places(CHECK, configs("{'EbsVolumeConfig': {'VolumeKmsKeyId': 'k'}}")))
                .containsExactly(CONFIGS);
    }

    @Test
    void takesAnEmptyKeyForNone() {
        var request = configs("{'EbsVolumeConfig': {'RootVolume': true, 'VolumeKmsKeyId': ''}}");

        assertThat(places(CHECK, request))
                .containsExactly(CONFIGS + "/0/EbsVolumeConfig/VolumeKmsKeyId");
    }

    @Test
    void takesAKeyOfBlanksForNone() {
        var request = configs("{'EbsVolumeConfig': {'RootVolume': true, 'VolumeKmsKeyId': ' '}}");

        assertThat(places(CHECK, request))
                .containsExactly(CONFIGS + "/0/EbsVolumeConfig/VolumeKmsKeyId");
    }

    @Test
    void leavesNoRoomForRestrictedGroups() {
        var request = forDocument("{'RestrictedInstanceGroups': [{}]}");

        assertThat(places(CHECK, request))
                .containsExactly("/RestrictedInstanceGroups/0/InstanceStorageConfigs");
        assertThat(messages(CHECK, request).getFirst()).contains("restricted group is not allowed");
    }

    /// The key brings demands of SageMaker's own, which would else be the next refusal.
    @Test
    void saysWhatAKeyDemandsInTurn() {
        assertThat(messages(CHECK, forDocument("{'InstanceGroups': [{}, {}]}")))
                .containsExactly(
                        "the root volume needs a customer's key: an EbsVolumeConfig with RootVolume"
                                + " true and VolumeKmsKeyId; a key needs NodeProvisioningMode"
                                + " Continuous; on Slurm that needs SlurmConfig in every group (2"
                                + " without), one Controller, PartitionNames for Compute",
                        "the root volume needs a customer's key: an EbsVolumeConfig with RootVolume"
                                + " true and VolumeKmsKeyId");
    }

    @Test
    void saysItBesideOtherVolumes() {
        var request =
                forDocument(
                        "{'InstanceGroups': [{'InstanceStorageConfigs': [{'EbsVolumeConfig':"
                                + " {'VolumeSizeInGB': 5}}]}],'RestrictedInstanceGroups': [{}]}");

        assertThat(messages(CHECK, request))
                .filteredOn(message -> message.contains("SlurmConfig in every group"))
                .hasSize(1);
    }

    @Test
    void repeatsNoDemandThatIsMetOrReportedElsewhere() {
        assertThat(
                        messages(
                                CHECK,
                                forDocument(
                                        "{'NodeProvisioningMode': 'Continuous', 'InstanceGroups':"
                                                + " [{}]}")))
                .noneMatch(message -> message.contains("Continuous"));
        assertThat(
                        messages(
                                CHECK,
                                forDocument(
                                        "{'InstanceGroups': [{'InstanceStorageConfigs':"
                                                + " [{'EbsVolumeConfig': {'RootVolume': true}}]},"
                                                + " {}]}")))
                .hasSize(2)
                .noneMatch(message -> message.contains("Continuous"));
    }

    @Test
    void doesNotSeeWhichKey() {
        assertThat(places(CHECK, configs(ROOT.replace("'k'", "'alias/aws/ebs'")))).isEmpty();
    }

    private static ClusterRequest configs(String configs) {
        return forDocument(
                "{'InstanceGroups': [{'InstanceStorageConfigs': [%s]}]}".formatted(configs));
    }
}
