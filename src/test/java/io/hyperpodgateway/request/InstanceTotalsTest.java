package io.hyperpodgateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class InstanceTotalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{} ~ 0 ~ {}",
                "{'InstanceGroups': []} ~ 0 ~ {}",
                "{'InstanceGroups': [{'InstanceType': 'ml.a', 'InstanceCount': 0}]} ~ 0 ~"
                        + " {'ml.a':0}",
                "{'InstanceGroups': [{'InstanceType': 'ml.a', 'InstanceCount': 2}, {'InstanceType':"
                        + " 'ml.b', 'InstanceCount': 1}, {'InstanceType': 'ml.a', 'InstanceCount': 3}]}"
                        + " ~ 6 ~ {'ml.a':5,'ml.b':1}",
                "{'RestrictedInstanceGroups': [{'InstanceType': 'ml.a', 'InstanceCount': 2}],"
                        + " 'InstanceGroups': [{'InstanceType': 'ml.a', 'InstanceCount': 1}]}"
                        + " ~ 3 ~ {'ml.a':3}",
                "{'InstanceGroups': [{'InstanceRequirements': {'InstanceTypes': ['ml.b', 'ml.a',"
                        + " 'ml.b']}, 'InstanceCount': 4}]} ~ 4 ~ {'ml.a|ml.b':4}",
                "{'InstanceGroups': [{'InstanceRequirements': {'InstanceTypes': ['ml.b', 'ml.a']},"
                        + " 'InstanceCount': 4}, {'InstanceRequirements': {'InstanceTypes': ['ml.a',"
                        + " 'ml.b']}, 'InstanceCount': 1}, {'InstanceType': 'ml.a', 'InstanceCount':"
                        + " 1}]} ~ 6 ~ {'ml.a|ml.b':5,'ml.a':1}",
                "{'InstanceGroups': [{'InstanceType': 'ml.a', 'InstanceCount': 2}],"
                        + " 'RestrictedInstanceGroups': null} ~ 2 ~ {'ml.a':2}"
            })
    void countsAllGroupsByTheirTypes(String document, long instances, String byType) {
        InstanceTotals totals = of(document);

        assertThat(totals.instances()).contains(instances);
        assertThat(totals.byType().map(JsonObject::toText)).contains(byType.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'InstanceGroups': [{'InstanceType': 'ml.a'}]}",
                "{'InstanceGroups': [{'InstanceType': 'ml.a', 'InstanceCount': '2'}]}",
                "{'InstanceGroups': [{'InstanceType': 'ml.a', 'InstanceCount': 2.5}]}",
                "{'InstanceGroups': [{'InstanceType': 'ml.a', 'InstanceCount': -1}]}",
                "{'InstanceGroups': [{'InstanceType': 'ml.a', 'InstanceCount': null}]}",
                "{'InstanceGroups': [{'InstanceType': 'ml.a', 'InstanceCount': 2}, 7]}",
                "{'InstanceGroups': {'InstanceType': 'ml.a', 'InstanceCount': 2}}",
                "{'InstanceGroups': 'many'}",
                "{'InstanceGroups': [{'InstanceType': 'ml.a', 'InstanceCount': 9007199254740992}]}",
                "{'InstanceGroups': [{'InstanceType': 'ml.a', 'InstanceCount':"
                        + " 9223372036854775807}, {'InstanceType': 'ml.a', 'InstanceCount':"
                        + " 9223372036854775807}]}"
            })
    void saysNothingOfWhatCannotBeRead(String document) {
        assertThat(of(document).instances()).isEmpty();
        assertThat(of(document).byType()).isEmpty();
    }

    @Test
    void countsInstancesThoughATypeCannotBeRead() {
        InstanceTotals totals = of("{'InstanceGroups': [{'InstanceType': 7, 'InstanceCount': 2}]}");

        assertThat(totals.instances()).contains(2L);
        assertThat(totals.byType()).isEmpty();
    }

    /// A refused request may name anything.
    @Test
    void leavesOutTypesOfAnyLength() {
        String group = "{'InstanceType': '%s', 'InstanceCount': 1}";
        String many =
                IntStream.range(0, 150)
                        .mapToObj(i -> group.formatted("ml.of-thirty-characters-and-more." + i))
                        .collect(Collectors.joining(","));

        assertThat(of("{'InstanceGroups': [" + many + "]}").instances()).contains(150L);
        assertThat(of("{'InstanceGroups': [" + many + "]}").byType()).isEmpty();
        String one = group.formatted("x".repeat(5_000));
        assertThat(of("{'InstanceGroups': [" + one + "]}").byType()).isEmpty();
        String thousand = (group.formatted("ml.a") + ",").repeat(1_000);
        assertThat(
                        of("{'InstanceGroups': [" + thousand + group.formatted("ml.a") + "]}")
                                .instances())
                .isEmpty();
    }

    private static InstanceTotals of(String document) {
        var read = JsonReader.read(document.replace('\'', '"')).orElseThrow();
        return InstanceTotals.of(new ClusterRequest((JsonObject) read));
    }
}
