package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.request.ClusterRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.stream.Collectors;

class MaxFileSystemSizeTest {

    private static final MaxFileSystemSize CHECK = new MaxFileSystemSize(4800);
    private static final String SHARED =
            "/RestrictedInstanceGroupsConfig/SharedEnvironmentConfig/FSxLustreConfig/SizeInGiB";

    @Test
    void limitsTheSumAtTheSizeThatGoesOver() {
        assertThat(places(CHECK, groups("2400", "2400"))).isEmpty();
        assertThat(places(CHECK, groups("2400", "2401", "1"))).containsExactly(size(1));
        assertThat(places(CHECK, groups("4801"))).containsExactly(size(0));
        assertThat(places(new MaxFileSystemSize(0), groups("1"))).containsExactly(size(0));
        assertThat(messages(CHECK, groups("2400", "2400", "1200")))
                .containsExactly(
                        "6000 GiB of file systems altogether, at most 4800 GiB are allowed");
    }

    @Test
    void addsTheSharedOneToThoseOfGroups() {
        assertThat(places(CHECK, shared("2400", "2400"))).isEmpty();
        assertThat(places(CHECK, shared("2401", "2400"))).containsExactly(SHARED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'9'", "1200.0", "1.2e3", "-1", "true", "{}", "99999999999999999999"})
    void neverTakesAnUnreadableSizeForASmallOne(String size) {
        assertThat(places(CHECK, groups(size))).containsExactly(size(0));
        assertThat(places(CHECK, shared(size))).containsExactly(SHARED);
    }

    @Test
    void neverTakesAMissingSizeForASmallOne() {
        assertThat(places(CHECK, environment("{'FSxLustreConfig': {}}"))).containsExactly(size(0));
        assertThat(places(CHECK, environment("{'FSxLustreConfig': 7}"))).containsExactly(size(0));
    }

    /// A negative size makes no room for another, and no sum is too large to be one.
    @Test
    void letsNothingMakeTheSumSmall() {
        assertThat(places(CHECK, groups("-9000", "4801"))).containsExactly(size(0), size(1));
        assertThat(places(CHECK, groups("9223372036854775807", "9223372036854775807")))
                .containsExactly(size(0));
    }

    @Test
    void countsWhatIsMadeAlone() {
        assertThat(places(CHECK, environment("{}"))).isEmpty();
        assertThat(places(CHECK, environment("{'FSxLustreConfig': null}"))).isEmpty();
        assertThat(
                        places(
                                new MaxFileSystemSize(0),
                                forDocument(
                                        """
                                        {'InstanceGroups': [{'InstanceStorageConfigs': [
                                           {'FsxLustreConfig': {'DnsName': 'fs-1', 'MountName': 'm'}},
                                           {'FsxOpenZfsConfig': {'DnsName': 'fs-2'}},
                                           {'EbsVolumeConfig': {'VolumeSizeInGB': 16384}}]}]}
                                        """)))
                .isEmpty();
    }

    private static String size(int group) {
        return "/RestrictedInstanceGroups/%d/EnvironmentConfig/FSxLustreConfig/SizeInGiB"
                .formatted(group);
    }

    private static ClusterRequest environment(String config) {
        return forDocument(
                "{'RestrictedInstanceGroups': [{'EnvironmentConfig': %s}]}".formatted(config));
    }

    private static ClusterRequest groups(String... sizes) {
        return forDocument("{'RestrictedInstanceGroups': [%s]}".formatted(made(sizes)));
    }

    private static ClusterRequest shared(String shared, String... sizes) {
        return forDocument(
                """
                {'RestrictedInstanceGroupsConfig': {'SharedEnvironmentConfig': {'FSxLustreConfig': {'SizeInGiB': %s}}},
                 'RestrictedInstanceGroups': [%s]}
                """
                        .formatted(shared, made(sizes)));
    }

    private static String made(String... sizes) {
        return Arrays.stream(sizes)
                .map("{'EnvironmentConfig': {'FSxLustreConfig': {'SizeInGiB': %s}}}"::formatted)
                .collect(Collectors.joining(","));
    }
}
