package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.forGroups;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;
import static io.hyperpodgateway.policy.check.Priced.flexible;
import static io.hyperpodgateway.policy.check.Priced.group;
import static io.hyperpodgateway.policy.check.Priced.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.request.ClusterRequest;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.stream.IntStream;

class MaxHourlyCostTest {

    private static final String FIRST = "/InstanceGroups/0/InstanceCount";
    private static final String SECOND = "/InstanceGroups/1/InstanceCount";
    private static final Prices PRICES =
            prices("ml.p5.48xlarge", "55.04", "ml.m5.large", "0.1", "ml.t3.large", "10");

    @Test
    void allowsTheLimitItself() {
        var thirty = forGroups(group("x", "ml.m5.large", 300));

        assertThat(places(most("30"), thirty)).isEmpty();
        assertThat(places(most("30.00"), thirty)).isEmpty();
        assertThat(places(most("29.999999999999999999"), thirty)).containsExactly(FIRST);
    }

    /// What storage costs is not known here, and that is no reason to refuse.
    @Test
    void findsNoFaultWithStorage() {
        var request =
                forGroups(
                        """
                        {'InstanceType': 'ml.m5.large', 'InstanceCount': 300,
                         'InstanceStorageConfigs': [{'EbsVolumeConfig': {'VolumeSizeInGB': 16384}}]}
                        """);

        assertThat(places(most("30"), request)).isEmpty();
        assertThat(places(most("29"), request)).containsExactly(FIRST);
    }

    @Test
    void isExactWhereBinaryFloatingPointIsNot() {
        var request = forGroups(group("x", "ml.m5.large", 1), group("y", "ml.m5.large", 2));

        assertThat(places(most("0.3"), request)).isEmpty();
    }

    @Test
    void reportsTheCountThatGoesOver() {
        var request =
                forGroups(
                        group("x", "ml.t3.large", 1),
                        group("y", "ml.t3.large", 2),
                        group("z", "ml.t3.large", 3));

        assertThat(places(most("60"), request)).isEmpty();
        assertThat(places(most("29"), request)).containsExactly(SECOND);
        assertThat(places(most("9"), request)).containsExactly(FIRST);
    }

    @Test
    void countsRestrictedGroups() {
        var request =
                forDocument(
                        "{'InstanceGroups': [%s], 'RestrictedInstanceGroups': [%s]}"
                                .formatted(
                                        group("x", "ml.t3.large", 1),
                                        group("y", "ml.t3.large", 1)));

        assertThat(places(most("10"), request))
                .containsExactly("/RestrictedInstanceGroups/0/InstanceCount");
    }

    @Test
    void takesTheDearestTypeOfAFlexibleGroup() {
        var request = forGroups(flexible("x", "ml.m5.large,ml.t3.large,ml.m5.large", 2));

        assertThat(places(most("20"), request)).isEmpty();
        assertThat(places(most("19.99"), request)).containsExactly(FIRST);
    }

    @Test
    void refusesTypesWithoutPriceAtTheirPlaces() {
        var request =
                forGroups(
                        group("x", "ml.new.large", 0),
                        flexible("y", "ml.m5.large,ml.new.large,ml.newer.large", 1));

        assertThat(places(most("1000"), request))
                .containsExactly(
                        "/InstanceGroups/0/InstanceType",
                        "/InstanceGroups/1/InstanceRequirements/InstanceTypes/1",
                        "/InstanceGroups/1/InstanceRequirements/InstanceTypes/2");
        assertThat(messages(most("1000"), request).getFirst())
                .isEqualTo(
                        "ml.new.large has no price in the policy, and the cost is limited;"
                                + " types with a price: ml.p5.48xlarge, ml.m5.large, ml.t3.large");
    }

    @Test
    void writesATypeWithoutPriceSoThatItMisleadsNobody() {
        assertThat(messages(most("1"), forGroups(group("x", "a\u202eb\\n", 1))).getFirst())
                .startsWith("a\\u202eb\\u000a has no price");
        assertThat(messages(most("1"), forGroups(group("x", "", 1))).getFirst())
                .startsWith("\"\" has no price");
        assertThat(messages(most("1"), forGroups(group("x", "a".repeat(5000), 1))).getFirst())
                .hasSizeLessThan(300);
    }

    @Test
    void neverTakesAMissingCountForZero() {
        assertThat(places(most("1000"), forGroups("{'InstanceType': 'ml.t3.large'}")))
                .containsExactly(FIRST);
        assertThat(
                        places(
                                most("1000"),
                                forGroups("{'InstanceType': 'ml.t3.large', 'InstanceCount': -1}")))
                .containsExactly(FIRST);
    }

    @Test
    void neverTakesAMissingTypeForFree() {
        assertThat(places(most("1000"), forGroups("{'InstanceCount': 1}")))
                .containsExactly("/InstanceGroups/0/InstanceType");
    }

    @Test
    void refusesAutomaticScalingUnlessAllowed() {
        var request =
                forDocument(
                        "{'AutoScaling': {'Mode': 'Enable'}, 'InstanceGroups': [%s]}"
                                .formatted(group("x", "ml.t3.large", 1)));
        var allowing = new MaxHourlyCost(BigDecimal.TEN, PRICES, true);
        var tight = new MaxHourlyCost(BigDecimal.ONE, PRICES, true);

        assertThat(places(most("10"), request)).containsExactly("/AutoScaling/Mode");
        assertThat(places(allowing, request)).isEmpty();
        assertThat(places(tight, request)).containsExactly(FIRST);
    }

    @Test
    void reportsEverythingAtOnce() {
        var request =
                forDocument(
                        "{'AutoScaling': {'Mode': 'Enable'}, 'InstanceGroups': [%s, %s, %s]}"
                                .formatted(
                                        group("x", "ml.t3.large", 1),
                                        "{'InstanceType': 'ml.t3.large'}",
                                        group("y", "new", 1)));

        assertThat(places(most("9"), request))
                .containsExactly(
                        "/AutoScaling/Mode", SECOND, "/InstanceGroups/2/InstanceType", FIRST);
        assertThat(messages(most("9"), request).getLast())
                .startsWith("the cluster costs at least 10");
    }

    @Test
    void namesTheSumWhatIsOverAndTheDearestPartsFirst() {
        var request =
                forGroups(
                        group("idle", "ml.p5.48xlarge", 0),
                        group("login", "ml.m5.large", 2),
                        group("workers", "ml.p5.48xlarge", 12));

        assertThat(messages(most("120.00"), request))
                .containsExactly(
                        "the cluster costs 660.68 USD an hour, at most 120.00 is allowed (540.68"
                                + " over): workers 12 x ml.p5.48xlarge at 55.04 = 660.48, login 2 x"
                                + " ml.m5.large at 0.1 = 0.20");
    }

    @Test
    void cutsTheMessageWithTheNumberOfOtherParts() {
        String[] short100 = groups(100, "g");
        String[] long100 = groups(100, "a-name-that-is-as-long-as-names-may-be-");

        for (String[] groups : new String[][] {short100, long100}) {
            String message = messages(most("1"), forGroups(groups)).getFirst();
            assertThat(message).hasSizeLessThan(300).contains("g", " and 9").endsWith(" more");
        }
        assertThat(messages(most("0.01"), forGroups(groups(4, "g"))).getFirst())
                .doesNotContain("more");
    }

    @Test
    void cutsTheMessageAfterTenParts() {
        var tiny = prices("m", "1");
        String[] groups =
                IntStream.range(0, 12).mapToObj(i -> group("", "m", 1)).toArray(String[]::new);

        assertThat(messages(new MaxHourlyCost(BigDecimal.ONE, tiny, false), forGroups(groups)))
                .singleElement()
                .asString()
                .endsWith("= 1.00 and 2 more");
    }

    @Test
    void namesEvenTheLargestSums() {
        var prices = prices("t".repeat(60), "999999.999999999999999999");
        var limit = new MaxHourlyCost(new BigDecimal("0.000000000000000001"), prices, false);
        ClusterRequest request = forGroups(group("n".repeat(63), "t".repeat(60), Long.MAX_VALUE));

        assertThat(messages(limit, request).getFirst()).hasSizeLessThan(300);
        assertThat(messages(limit, request).getFirst())
                .contains("9223372036854775806999990.776627963145224193 USD");
    }

    private static String[] groups(int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(i -> group(name + i, "ml.m5.large", 1))
                .toArray(String[]::new);
    }

    private static MaxHourlyCost most(String limit) {
        return new MaxHourlyCost(new BigDecimal(limit), PRICES, false);
    }
}
