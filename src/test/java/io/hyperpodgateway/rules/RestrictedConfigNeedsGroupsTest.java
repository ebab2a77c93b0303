package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class RestrictedConfigNeedsGroupsTest {

    @Test
    void warnsOfAConfigurationOfNothing() {
        assertThat(check("{'RestrictedInstanceGroupsConfig':{}}"))
                .containsExactly("restricted-config-needs-groups /RestrictedInstanceGroupsConfig");
        assertThat(check("{'RestrictedInstanceGroupsConfig':{},'InstanceGroups':[{}]}"))
                .containsExactly("restricted-config-needs-groups /RestrictedInstanceGroupsConfig");
    }

    @Test
    void takesItBesideRestrictedGroups() {
        assertThat(check("{'RestrictedInstanceGroupsConfig':{},'RestrictedInstanceGroups':[{}]}"))
                .isEmpty();
        assertThat(check("{}")).isEmpty();
    }

    @Test
    void leavesAnEmptyListToTheShapeCheck() {
        assertThat(check("{'RestrictedInstanceGroupsConfig':{},'RestrictedInstanceGroups':[]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(check("{'RestrictedInstanceGroupsConfig':{},'RestrictedInstanceGroups':7}"))
                .isEmpty();
        assertThat(check("{'RestrictedInstanceGroups':null}")).isEmpty();
    }

    @Test
    void leavesOpenWhatIsToBeMended() {
        assertThat(
                        rule("restricted-config-needs-groups")
                                .check(request("{'RestrictedInstanceGroupsConfig':{}}")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.fix()).isEmpty());
    }

    private static List<String> check(String document) {
        return summaries(rule("restricted-config-needs-groups").check(request(document)).toList());
    }
}
