package io.hyperpodgateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;

class NearestNamesTest {

    private static final List<String> NAMES =
            List.of("InstanceType", "InstanceCount", "Subnets", "SecurityGroupIds", "Port", "Mode");

    @ParameterizedTest
    @CsvSource({
        "instanceType, InstanceType",
        "INSTANCE_TYPE, InstanceType",
        "instance-type, InstanceType",
        "InstanceTypes, InstanceType",
        "InstnaceType, InstanceType",
        "InstancType, InstanceType",
        "Subnet, Subnets",
        "SecurityGroups, SecurityGroupIds",
        "Prot, Port",
        "Node, Mode",
    })
    void knowsWhatWasMeant(String written, String meant) {
        assertThat(NearestNames.of(written, NAMES)).containsExactly(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "Budget", "Instance", "Pots_", "SecurityPersonnel"})
    void doesNotGuessWildly(String written) {
        assertThat(NearestNames.of(written, NAMES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MaxInstanceCount, MinInstanceCount",
        "min_instance_count, MaxInstanceCount",
        "MinimumBatchSize, MaximumBatchSize",
    })
    void neverTakesANameForItsOpposite(String written, String opposite) {
        assertThat(NearestNames.of(written, List.of(opposite, "InstanceCount"))).isEmpty();
        assertThat(NearestNames.of(written + "s", List.of(opposite, written)))
                .containsExactly(written);
    }

    @Test
    void takesANameForANearOneOfTheSameSense() {
        assertThat(NearestNames.of("MaxInstanceCont", List.of("MaxInstanceCount")))
                .containsExactly("MaxInstanceCount");
        assertThat(NearestNames.of("MaxCounter", List.of("MinMaxCounter")))
                .containsExactly("MinMaxCounter");
    }

    @Test
    void tellsAtMostThreeOfTheNearest() {
        assertThat(NearestNames.of("az", List.of("a1", "a2", "a3", "a4", "bbb")))
                .containsExactly("a1", "a2", "a3");
        assertThat(NearestNames.of("a1", List.of("a2", "A1", "a3"))).containsExactly("A1");
    }

    @Test
    void putsItIntoWords() {
        assertThat(NearestNames.hint("Prot", NAMES)).isEqualTo(", did you mean Port?");
        assertThat(NearestNames.hint("a4", List.of("a1", "a2")))
                .isEqualTo(", did you mean a1 or a2?");
        assertThat(NearestNames.hint("Budget", NAMES)).isEmpty();
    }

    @Test
    void doesNotCompareEndlessNames() {
        assertThat(NearestNames.of("InstanceType".repeat(100_000), NAMES)).isEmpty();
    }

    @Test
    void foldsLettersAlikeInEveryLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(NearestNames.of("INSTANCETYPE", NAMES)).containsExactly("InstanceType");
        } finally {
            Locale.setDefault(before);
        }
    }
}
