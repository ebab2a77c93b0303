package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class TypeOrRequirementsTest {

    @Test
    void refusesBothAndNeither() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.m5.large',"
                                        + "'InstanceRequirements':{}}]}"))
                .containsExactly("type-or-requirements /InstanceGroups/0/InstanceRequirements");
        assertThat(check("{'InstanceGroups':[{}]}"))
                .containsExactly("type-or-requirements /InstanceGroups/0/InstanceType");
    }

    @Test
    void takesOneOfThem() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'ml.m5.large'},{"
                                        + "'InstanceRequirements':{}}]}"))
                .isEmpty();
    }

    @Test
    void countsAMemberThatHasNoUsableValue() {
        assertThat(check("{'InstanceGroups':[{'InstanceType':7},{'InstanceRequirements':null}]}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':[{'InstanceType':7,'InstanceRequirements':null}]}"))
                .containsExactly("type-or-requirements /InstanceGroups/0/InstanceRequirements");
    }

    @Test
    void doesNotSeeRestrictedGroups() {
        assertThat(check("{'RestrictedInstanceGroups':[{}]}")).isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(check("{'InstanceGroups':[7,[],null]}")).isEmpty();
        assertThat(check("{'InstanceGroups':{}}")).isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("type-or-requirements").check(request(document)).toList());
    }
}
