package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.forGroups;
import static io.hyperpodgateway.policy.check.Priced.flexible;
import static io.hyperpodgateway.policy.check.Priced.group;
import static io.hyperpodgateway.policy.check.Priced.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.request.ClusterRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

class HourlyCostTest {

    private static final Prices PRICES = prices("a", "55.040", "b", "0.1", "c", "7", "d", "7.00");

    @Test
    void addsUpItsParts() {
        assertThat(json(forGroups(group("workers", "a", 12), group("login", "b", 3))))
                .isEqualTo(
                        "{'total':'660.78','atLeast':false,'currency':'USD','unpriced':[],'parts':["
                                + "{'group':'workers','instanceType':'a','count':12,'price':'55.040','sum':'660.48'},"
                                + "{'group':'login','instanceType':'b','count':3,'price':'0.1','sum':'0.30'}]}");
    }

    @Test
    void countsRestrictedGroups() {
        var request =
                forDocument(
                        "{'InstanceGroups': [%s], 'RestrictedInstanceGroups': [%s]}"
                                .formatted(group("x", "c", 1), group("y", "c", 2)));

        assertThat(cost(request).total()).isEqualByComparingTo("21");
        assertThat(cost(request).parts())
                .extracting(GroupCost.Part::group)
                .containsExactly("x", "y");
    }

    /// Storage has no price here, so what it costs comes on top.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    `{'EbsVolumeConfig': {'VolumeSizeInGB': 1}}` | true
                    `{'EbsVolumeConfig': {}}` | true
                    `{'EbsVolumeConfig': {'RootVolume': false}}` | true
                    `{'EbsVolumeConfig': {'RootVolume': true, 'VolumeKmsKeyId': 'a'}}` | false
                    `{'EbsVolumeConfig': {'RootVolume': true, 'VolumeSizeInGB': 9}}` | true
                    `{'FsxLustreConfig': {'DnsName': 'fs-1', 'MountName': 'm'}}` | false
                    `{'FsxOpenZfsConfig': {'DnsName': 'fs-1'}}` | false
                    """)
    void isAtLeastThatWhereVolumesComeAlong(String storage, boolean atLeast) {
        String group =
                group("x", "c", 1)
                        .replaceFirst("}$", ", 'InstanceStorageConfigs': [%s]}")
                        .formatted(storage);

        assertThat(cost(forGroups(group)).isAtLeast()).isEqualTo(atLeast);
        assertThat(cost(forGroups(group)).total()).isEqualByComparingTo("7");
    }

    @Test
    void isAtLeastThatWhereFileSystemsComeAlong() {
        String made = "{'FSxLustreConfig': {'SizeInGiB': 1200, 'PerUnitStorageThroughput': 125}}";
        String restricted =
                group("x", "c", 1).replaceFirst("}$", ", 'EnvironmentConfig': %s}".formatted(made));
        String shared =
                "{'InstanceGroups': [%s], 'RestrictedInstanceGroupsConfig': {'SharedEnvironmentConfig': %s}}"
                        .formatted(group("x", "c", 1), made);

        assertThat(
                        cost(forDocument(
                                        "{'RestrictedInstanceGroups': [%s]}".formatted(restricted)))
                                .isAtLeast())
                .isTrue();
        assertThat(cost(forDocument(shared)).isAtLeast()).isTrue();
    }

    @Test
    void reckonsAFlexibleGroupByTheDearestType() {
        HourlyCost cost = cost(forGroups(flexible("x", "b,a,c", 2)));

        assertThat(cost.parts()).extracting(GroupCost.Part::instanceType).containsExactly("a");
        assertThat(cost.isAtLeast()).isFalse();
        assertThat(cost(forGroups(flexible("x", "d,c", 2))).parts())
                .extracting(GroupCost.Part::instanceType)
                .containsExactly("d");
    }

    @Test
    void reckonsAFlexibleGroupByWhatHasAPrice() {
        HourlyCost cost = cost(forGroups(flexible("x", "new,c,newer,new", 2)));

        assertThat(cost.total()).isEqualByComparingTo("14");
        assertThat(cost.isAtLeast()).isTrue();
        assertThat(cost.unpriced()).containsExactly("new", "newer");
    }

    @Test
    void namesATypeWithoutPriceOnce() {
        HourlyCost cost = cost(forGroups(group("x", "new", 1), group("y", "new", 2)));

        assertThat(cost.unpriced()).containsExactly("new");
        assertThat(cost.parts()).isEmpty();
        assertThat(json(forGroups(group("x", "new", 0))))
                .isEqualTo(
                        "{'total':'0.00','atLeast':true,'currency':'USD','unpriced':['new'],'parts':[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'InstanceType': 'c'}",
                "{'InstanceType': 'c', 'InstanceCount': -1}",
                "{'InstanceType': 'c', 'InstanceCount': '1'}",
                "{'InstanceCount': 1}"
            },
            quoteCharacter = '`')
    void neverTakesAnUnknownPartForNothing(String group) {
        HourlyCost cost = cost(forGroups(group));

        assertThat(cost.isAtLeast()).isTrue();
        assertThat(cost.parts()).isEmpty();
        assertThat(cost.unpriced()).isEmpty();
    }

    @Test
    void isNoCeilingUnderAutomaticScaling() {
        var request = "{'AutoScaling': {'Mode': '%s'}, 'InstanceGroups': [%s]}";

        assertThat(cost(forDocument(request.formatted("Enable", group("x", "c", 1)))).isAtLeast())
                .isTrue();
        assertThat(cost(forDocument(request.formatted("Disable", group("x", "c", 1)))).isAtLeast())
                .isFalse();
    }

    @Test
    void isNothingForNoGroups() {
        assertThat(json(forDocument("{}")))
                .isEqualTo(
                        "{'total':'0.00','atLeast':false,'currency':'USD','unpriced':[],'parts':[]}");
        assertThat(cost(forGroups(group("x", "c", 0))).isAtLeast()).isFalse();
        assertThat(json(forGroups(group("x", "c", 0)))).contains("'sum':'0.00'");
    }

    @Test
    void addsUpExactlyAndPlainlyWhateverTheSize() {
        var prices = prices("dear", "1000000", "cheap", "0.000000000000000001");
        var request = forGroups(group("x", "dear", Long.MAX_VALUE), group("y", "cheap", 1));

        assertThat(Prices.usd(HourlyCost.of(request, prices).total()))
                .isEqualTo("9223372036854775807000000.000000000000000001");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "0.000, 0.00",
        "120, 120.00",
        "1E+3, 1000.00",
        "0.1, 0.10",
        "0.0125, 0.0125",
        "5.5000, 5.50",
        "1E-9, 0.000000001"
    })
    void writesMoneyWithTwoDecimalsAtLeast(BigDecimal amount, String text) {
        assertThat(Prices.usd(amount)).isEqualTo(text);
    }

    @Test
    void callsAGroupWithoutNameByItsPlace() {
        assertThat(cost(forGroups("{'InstanceType': 'c', 'InstanceCount': 1}")).parts())
                .extracting(GroupCost.Part::group)
                .containsExactly("/InstanceGroups/0");
    }

    private static HourlyCost cost(ClusterRequest request) {
        return HourlyCost.of(request, PRICES);
    }

    private static String json(ClusterRequest request) {
        return cost(request).toJson().toText().replace('"', '\'');
    }
}
