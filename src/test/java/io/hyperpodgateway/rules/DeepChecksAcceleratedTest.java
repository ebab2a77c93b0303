package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

class DeepChecksAcceleratedTest {

    @Test
    void warnsOfGroupsWithoutAccelerator() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.m5.large',"
                                        + "'OnStartDeepHealthChecks':['InstanceStress']}]}"))
                .containsExactly(
                        "deep-checks-accelerated /InstanceGroups/0/OnStartDeepHealthChecks");
        assertThat(
                        check(
                                "{'RestrictedInstanceGroups':[{'InstanceType':'ml.c5.large',"
                                        + "'OnStartDeepHealthChecks':['InstanceStress']}]}"))
                .containsExactly(
                        "deep-checks-accelerated /RestrictedInstanceGroups/0/OnStartDeepHealthChecks");
    }

    @Test
    void takesGpuAndTrainiumTypes() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.g5.xlarge',"
                                        + "'OnStartDeepHealthChecks':['InstanceStress']},{"
                                        + "'InstanceType':'ml.trn1.32xlarge',"
                                        + "'OnStartDeepHealthChecks':['InstanceStress']}]}"))
                .isEmpty();
    }

    @Test
    void takesGroupsWithoutChecks() {
        assertThat(check("{'InstanceGroups':[{'InstanceType':'ml.m5.large'}]}")).isEmpty();
    }

    @Test
    void looksAtEveryTypeThatTheGroupMayGet() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{"
                                        + "'InstanceTypes':['ml.g5.xlarge','ml.c5.large','ml.m5.large']},"
                                        + "'OnStartDeepHealthChecks':['InstanceStress']}]}"))
                .containsExactly(
                        "deep-checks-accelerated /InstanceGroups/0/OnStartDeepHealthChecks");
    }

    @Test
    void doesNotSeeTypesOfWhichNothingIsKnown() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.inf2.xlarge',"
                                        + "'OnStartDeepHealthChecks':['InstanceStress']},{"
                                        + "'InstanceType':'ml.z1d.large',"
                                        + "'OnStartDeepHealthChecks':['InstanceStress']},{"
                                        + "'InstanceType':'m5.large',"
                                        + "'OnStartDeepHealthChecks':['InstanceStress']}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'InstanceGroups':[7,{'InstanceType':7,"
                                        + "'OnStartDeepHealthChecks':['InstanceStress']},{"
                                        + "'OnStartDeepHealthChecks':['InstanceStress']}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.m5.large',"
                                        + "'OnStartDeepHealthChecks':'All'}]}"))
                .containsExactly(
                        "deep-checks-accelerated /InstanceGroups/0/OnStartDeepHealthChecks");
    }

    @Test
    void knowsTheFamiliesOfTheServiceModel() throws IOException {
        assertThat(InstanceFamilies.ofTheServiceModel())
                .filteredOn(family -> check(ofFamily(family)).isEmpty())
                .allMatch(family -> family.matches("(p|g|gr|trn)[0-9].*"))
                .contains("p5", "g5", "gr6", "trn1");
    }

    private static String ofFamily(String family) {
        return "{'InstanceGroups':[{'InstanceType':'ml.%s.4xlarge','OnStartDeepHealthChecks':['InstanceStress']}]}"
                .formatted(family);
    }

    private static List<String> check(String document) {
        return summaries(rule("deep-checks-accelerated").check(request(document)).toList());
    }
}
