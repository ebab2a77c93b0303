package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class GroupsPresentTest {

    @Test
    void warnsOfAClusterWithoutGroups() {
        assertThat(check("{}")).containsExactly("groups-present /InstanceGroups");
    }

    @Test
    void takesGroupsOfEitherKind() {
        assertThat(check("{'InstanceGroups':[{}]}")).isEmpty();
        assertThat(check("{'RestrictedInstanceGroups':[{}]}")).isEmpty();
    }

    @Test
    void leavesAnEmptyListToTheShapeCheck() {
        assertThat(check("{'InstanceGroups':[]}")).isEmpty();
        assertThat(check("{'RestrictedInstanceGroups':[]}")).isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(check("{'InstanceGroups':7}")).isEmpty();
        assertThat(check("{'InstanceGroups':null}")).isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("groups-present").check(request(document)).toList());
    }
}
