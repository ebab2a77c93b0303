package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;

import java.util.List;

class TieredStorageOffTest {

    @Test
    void warnsOfAShareForAStoreThatIsOff() {
        assertThat(
                        check(
                                "{'TieredStorageConfig':{'Mode':'Disable',"
                                        + "'InstanceMemoryAllocationPercentage':20}}"))
                .containsExactly(
                        "tiered-storage-off /TieredStorageConfig/InstanceMemoryAllocationPercentage");
    }

    @Test
    void takesItForOneThatIsOn() {
        assertThat(
                        check(
                                "{'TieredStorageConfig':{'Mode':'Enable',"
                                        + "'InstanceMemoryAllocationPercentage':20}}"))
                .isEmpty();
    }

    @Test
    void takesAStoreThatIsOffWithoutShare() {
        assertThat(check("{'TieredStorageConfig':{'Mode':'Disable'}}")).isEmpty();
        assertThat(check("{}")).isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'TieredStorageConfig':{'Mode':'Off',"
                                        + "'InstanceMemoryAllocationPercentage':20}}"))
                .isEmpty();
        assertThat(check("{'TieredStorageConfig':{'InstanceMemoryAllocationPercentage':20}}"))
                .isEmpty();
        assertThat(check("{'TieredStorageConfig':7}")).isEmpty();
        assertThat(
                        check(
                                "{'TieredStorageConfig':{'Mode':7,"
                                        + "'InstanceMemoryAllocationPercentage':20}}"))
                .isEmpty();
    }

    @Test
    void takesItOut() {
        assertThat(
                        rule("tiered-storage-off")
                                .check(
                                        request(
                                                "{'TieredStorageConfig':{'Mode':'Disable',"
                                                        + "'InstanceMemoryAllocationPercentage':20}}")))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.fix())
                                .contains(
                                        new PatchOperation.Remove(
                                                JsonPointer.parse(
                                                        "/TieredStorageConfig/InstanceMemoryAllocationPercentage"))));
    }

    private static List<String> check(String document) {
        return summaries(rule("tiered-storage-off").check(request(document)).toList());
    }
}
