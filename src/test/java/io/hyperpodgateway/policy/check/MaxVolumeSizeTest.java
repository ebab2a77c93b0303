package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.request.ClusterRequest;

import org.junit.jupiter.api.Test;

class MaxVolumeSizeTest {

    private static final String SIZE =
            "/InstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeSizeInGB";

    private static final MaxVolumeSize CHECK = new MaxVolumeSize(500);

    @Test
    void limitsEachVolume() {
        assertThat(places(CHECK, volumes("{'VolumeSizeInGB': 500}"))).isEmpty();
        assertThat(places(CHECK, volumes("{'VolumeSizeInGB': 501}"))).containsExactly(SIZE);
        assertThat(places(new MaxVolumeSize(0), volumes("{'VolumeSizeInGB': 1}")))
                .containsExactly(SIZE);
    }

    @Test
    void neverTakesAMissingSizeForASmallOne() {
        assertThat(places(CHECK, volumes("{}"))).containsExactly(SIZE);
        assertThat(places(CHECK, volumes("{'VolumeSizeInGB': '9'}"))).containsExactly(SIZE);
        assertThat(places(CHECK, volumes("{'RootVolume': 'true'}"))).containsExactly(SIZE);
    }

    @Test
    void leavesTheRootVolumesSizeToSageMaker() {
        assertThat(places(CHECK, volumes("{'RootVolume': true}"))).isEmpty();
        assertThat(places(CHECK, volumes("{'RootVolume': true, 'VolumeSizeInGB': 501}")))
                .containsExactly(SIZE);
    }

    @Test
    void countsRestrictedGroups() {
        var request =
                forDocument(
                        """
                        {'RestrictedInstanceGroups': [{'InstanceStorageConfigs': [
                           {}, {'EbsVolumeConfig': {'VolumeSizeInGB': 501}}]}]}
                        """);

        assertThat(places(CHECK, request))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/InstanceStorageConfigs/1/EbsVolumeConfig"
                                + "/VolumeSizeInGB");
    }

    @Test
    void doesNotSeeFileSystems() {
        var request =
                forDocument(
                        """
                        {'RestrictedInstanceGroups': [{
                           'EnvironmentConfig': {'FSxLustreConfig': {'SizeInGiB': 1200}},
                           'InstanceStorageConfigs': [{'FsxLustreConfig': {'MountName': 'x'}}]}]}
                        """);

        assertThat(places(CHECK, request)).isEmpty();
    }

    @Test
    void namesSizeAndLimit() {
        assertThat(messages(CHECK, volumes("{'VolumeSizeInGB': 501}")))
                .containsExactly("a volume of 501 GB, at most 500 GB are allowed");
        assertThat(messages(CHECK, volumes("{}")))
                .containsExactly("a volume without size, at most 500 GB are allowed");
    }

    private static ClusterRequest volumes(String volume) {
        return forDocument(
                "{'InstanceGroups': [{'InstanceStorageConfigs': [{'EbsVolumeConfig': %s}]}]}"
                        .formatted(volume));
    }
}
