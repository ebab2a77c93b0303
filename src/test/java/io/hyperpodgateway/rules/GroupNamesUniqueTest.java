package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class GroupNamesUniqueTest {

    @Test
    void refusesEveryRepetitionOfAName() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceGroupName':'a'},{'InstanceGroupName':'a'},{"
                                        + "'InstanceGroupName':'a'}]}"))
                .containsExactly(
                        "group-names-unique /InstanceGroups/1/InstanceGroupName",
                        "group-names-unique /InstanceGroups/2/InstanceGroupName");
    }

    @Test
    void looksAtGroupsOfBothKinds() {
        assertThat(
                        check(
                                "{'RestrictedInstanceGroups':[{'InstanceGroupName':'a'}],"
                                        + "'InstanceGroups':[{'InstanceGroupName':'a'}]}"))
                .containsExactly(
                        "group-names-unique /RestrictedInstanceGroups/0/InstanceGroupName");
    }

    @Test
    void takesNamesThatDifferInCaseAlone() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceGroupName':'a'},{'InstanceGroupName':'A'}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{},{},7,7,{'InstanceGroupName':7},{"
                                        + "'InstanceGroupName':7}]}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':{}}")).isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("group-names-unique").check(request(document)).toList());
    }
}
