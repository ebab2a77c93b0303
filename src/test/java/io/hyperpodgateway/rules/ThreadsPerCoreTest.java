package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

class ThreadsPerCoreTest {

    @Test
    void warnsOfASecondThreadOnGraviton() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.m7g.xlarge','ThreadsPerCore':2}]}"))
                .containsExactly("threads-per-core /InstanceGroups/0/ThreadsPerCore");
        assertThat(
                        check(
                                "{'RestrictedInstanceGroups':[{'InstanceType':'ml.c6g.medium',"
                                        + "'ThreadsPerCore':2}]}"))
                .containsExactly("threads-per-core /RestrictedInstanceGroups/0/ThreadsPerCore");
    }

    @Test
    void takesOneThreadOrNoWord() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.m7g.xlarge','ThreadsPerCore':1}]}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':[{'InstanceType':'ml.m7g.xlarge'}]}")).isEmpty();
    }

    @Test
    void takesTwoOnOtherTypes() {
        assertThat(check("{'InstanceGroups':[{'InstanceType':'ml.m5.xlarge','ThreadsPerCore':2}]}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':[{'InstanceType':'ml.g5.xlarge','ThreadsPerCore':2}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.m6a.xlarge','ThreadsPerCore':2}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.p5.48xlarge',"
                                        + "'ThreadsPerCore':2}]}"))
                .isEmpty();
    }

    @Test
    void looksAtEveryTypeThatTheGroupMayGet() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{"
                                        + "'InstanceTypes':['ml.m5.large','ml.c8g.large','ml.m8g.large']},"
                                        + "'ThreadsPerCore':2}]}"))
                .containsExactly("threads-per-core /InstanceGroups/0/ThreadsPerCore");
    }

    @Test
    void doesNotSeeTypesOfWhichNothingIsKnown() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.m99g.xlarge',"
                                        + "'ThreadsPerCore':2}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.x2gd.xlarge',"
                                        + "'ThreadsPerCore':2}]}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':[{'InstanceType':'m7g.xlarge','ThreadsPerCore':2}]}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':[{'InstanceType':'ml.m7g','ThreadsPerCore':2}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.m7g.xlarge',"
                                        + "'ThreadsPerCore':'2'}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.m7g.xlarge',"
                                        + "'ThreadsPerCore':2.0}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.m7g.xlarge','ThreadsPerCore':3}]}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':[7,{'InstanceType':7,'ThreadsPerCore':2}]}")).isEmpty();
    }

    @Test
    void knowsTheFamiliesOfTheServiceModel() throws IOException {
        assertThat(InstanceFamilies.ofTheServiceModel())
                .filteredOn(family -> !check(ofFamily(family)).isEmpty())
                .containsExactlyInAnyOrder(
                        "c6g", "c7g", "c8g", "m6g", "m7g", "m8g", "c8a", "m8a", "p6e-gb200");
    }

    private static String ofFamily(String family) {
        return "{'InstanceGroups':[{'InstanceType':'ml.%s.4xlarge','ThreadsPerCore':2}]}"
                .formatted(family);
    }

    private static List<String> check(String document) {
        return summaries(rule("threads-per-core").check(request(document)).toList());
    }
}
