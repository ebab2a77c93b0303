package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.forGroups;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

class MaxInstancesTest {

    private static final String FIRST = "/InstanceGroups/0/InstanceCount";
    private static final String SECOND = "/InstanceGroups/1/InstanceCount";

    @Test
    void limitsEachGroup() {
        assertThat(places(perGroup(4), forGroups(group("ml.m5.large", 4)))).isEmpty();
        assertThat(places(perGroup(4), forGroups(group("ml.m5.large", 5)))).containsExactly(FIRST);
        assertThat(places(perGroup(0), forGroups(group("ml.m5.large", 0)))).isEmpty();
    }

    @Test
    void limitsTheClusterAtTheCountThatGoesOver() {
        var five = forGroups(group("ml.m5.large", 2), group("ml.m5.large", 3));

        assertThat(places(perCluster(5), five)).isEmpty();
        assertThat(places(perCluster(4), five)).containsExactly(SECOND);
        assertThat(places(perCluster(1), five)).containsExactly(FIRST);
    }

    @Test
    void limitsTypesByGlob() {
        var request = forGroups(group("ml.p5.48xlarge", 2), group("ml.p5.4xlarge", 1));

        assertThat(places(perType("ml.p5.*", 3), request)).isEmpty();
        assertThat(places(perType("ml.p5.*", 2), request)).containsExactly(SECOND);
        assertThat(places(perType("ml.p5.4xlarge", 0), request)).containsExactly(SECOND);
        assertThat(places(perType("ml.g5.*", 0), request)).isEmpty();
    }

    @Test
    void countsAGroupForEveryTypeItMayComeToHave() {
        var request =
                forGroups(
                        "{'InstanceRequirements': {'InstanceTypes': ['ml.g5.xlarge',"
                                + " 'ml.p5.48xlarge']}, 'InstanceCount': 3}");

        assertThat(places(perType("ml.p5.*", 2), request)).containsExactly(FIRST);
        assertThat(places(perType("ml.g5.*", 2), request)).containsExactly(FIRST);
        assertThat(places(perType("ml.m5.*", 2), request)).isEmpty();
    }

    @Test
    void countsAGroupWithoutTypeForEveryType() {
        assertThat(places(perType("ml.p5.*", 2), forGroups("{'InstanceCount': 3}")))
                .containsExactly(FIRST);
    }

    @Test
    void countsRestrictedGroups() {
        var request =
                forDocument(
                        "{'InstanceGroups': [%s], 'RestrictedInstanceGroups': [%s]}"
                                .formatted(group("ml.m5.large", 2), group("ml.m5.large", 1)));

        assertThat(places(perCluster(2), request))
                .containsExactly("/RestrictedInstanceGroups/0/InstanceCount");
    }

    @Test
    void neverTakesAMissingCountForZero() {
        assertThat(places(perCluster(8), forGroups("{}"))).containsExactly(FIRST);
        assertThat(places(perCluster(8), forGroups("{'InstanceCount': -5}")))
                .containsExactly(FIRST);
        assertThat(places(perCluster(8), forGroups("{'InstanceCount': '3'}")))
                .containsExactly(FIRST);
        assertThat(places(perCluster(8), forGroups("{'InstanceCount': 99999999999999999999}")))
                .containsExactly(FIRST);
    }

    @Test
    void requiresNoCountOfGroupsThatNoLimitIsAbout() {
        assertThat(places(perType("ml.p5.*", 2), forGroups("{'InstanceType': 'ml.m5.large'}")))
                .isEmpty();
        assertThat(places(perType("ml.p5.*", 2), forGroups("{'InstanceType': 'ml.p5.4xlarge'}")))
                .containsExactly(FIRST);
    }

    @Test
    void doesNotSeeMinInstanceCount() {
        assertThat(places(perGroup(4), forGroups("{'InstanceCount': 4, 'MinInstanceCount': 5}")))
                .isEmpty();
    }

    @Test
    void namesThePartsOfASum() {
        var named =
                forGroups(
                        "{'InstanceGroupName': 'workers', 'InstanceCount': 5}",
                        "{'InstanceGroupName': 'idle', 'InstanceCount': 0}",
                        "{'InstanceCount': 3}");

        assertThat(messages(perCluster(6), named))
                .containsExactly(
                        "8 instances in the cluster altogether, at most 6 are allowed: workers 5,"
                                + " /InstanceGroups/2 3");
    }

    @Test
    void namesAsManyPartsAsASentenceBears() {
        String[] groups =
                IntStream.range(0, 100)
                        .mapToObj(
                                "{'InstanceGroupName': 'a-rather-long-name-%d', 'InstanceCount': 1}"
                                        ::formatted)
                        .toArray(String[]::new);

        assertThat(messages(perCluster(6), forGroups(groups)))
                .singleElement()
                .satisfies(message -> assertThat(message).hasSizeLessThan(300))
                .asString()
                .endsWith("and 97 more");
    }

    @Test
    void addsWithoutOverflow() {
        var request = forGroups(group("a", Long.MAX_VALUE), group("b", Long.MAX_VALUE));

        assertThat(places(perCluster(Long.MAX_VALUE - 1), request)).containsExactly(FIRST);
        assertThat(messages(perCluster(8), request))
                .singleElement()
                .asString()
                .startsWith("18446744073709551614 instances in the cluster altogether, at most 8");
    }

    @Test
    void refusesAutomaticScalingUnlessAllowed() {
        var request = forDocument("{'AutoScaling': {'Mode': 'Enable'}}");

        assertThat(places(perGroup(4), request)).containsExactly("/AutoScaling/Mode");
        assertThat(places(limits(4, null, Map.of(), true), request)).isEmpty();
        assertThat(places(perGroup(4), forDocument("{'AutoScaling': {'Mode': 'Disable'}}")))
                .isEmpty();
    }

    @Test
    void keepsTheLowerLimitWhenTwoGlobsBecomeOne() {
        var globs = new LinkedHashMap<String, Long>();
        globs.put("ml.{a}.*", 7L);
        globs.put("ml.{b}.*", 5L);
        var filled =
                limits(null, null, globs, false)
                        .filled(text -> text.replace("{a}", "p5").replace("{b}", "p5"));

        assertThat(filled.toJson().toText())
                .isEqualTo("{\"maxInstances\":{\"perType\":{\"ml.p5.*\":5}}}");
    }

    @Test
    void namesNumberAndLimit() {
        assertThat(messages(perGroup(4), forGroups(group("ml.m5.large", 5))))
                .containsExactly("5 instances in the group, at most 4 are allowed");
        assertThat(messages(perType("ml.m5.*", 4), forGroups(group("ml.m5.large", 5))))
                .containsExactly("5 instances of ml.m5.* altogether, at most 4 are allowed");
    }

    private static String group(String type, long count) {
        return "{'InstanceType': '%s', 'InstanceCount': %d}".formatted(type, count);
    }

    private static MaxInstances perGroup(long most) {
        return limits(most, null, Map.of(), false);
    }

    private static MaxInstances perCluster(long most) {
        return limits(null, most, Map.of(), false);
    }

    private static MaxInstances perType(String glob, long most) {
        return limits(null, null, Map.of(glob, most), false);
    }

    @SuppressWarnings("NullAway") // null is the shortest way to say "no limit" in a test
    private static MaxInstances limits(
            Number perGroup, Number perCluster, Map<String, Long> perType, boolean scaling) {
        var types = new LinkedHashMap<Glob, Long>();
        perType.forEach((glob, most) -> types.put(new Glob(glob), most));
        return new MaxInstances(
                Optional.ofNullable(perGroup).map(Number::longValue),
                Optional.ofNullable(perCluster).map(Number::longValue),
                types,
                scaling);
    }
}
