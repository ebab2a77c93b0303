package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class CapacityOneOfTest {

    @Test
    void warnsOfBothAndNeither() {
        assertThat(check("{'InstanceGroups':[{'CapacityRequirements':{'Spot':{},'OnDemand':{}}}]}"))
                .containsExactly("capacity-one-of /InstanceGroups/0/CapacityRequirements");
        assertThat(check("{'InstanceGroups':[{'CapacityRequirements':{}}]}"))
                .containsExactly("capacity-one-of /InstanceGroups/0/CapacityRequirements");
    }

    @Test
    void takesOneOrNone() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'CapacityRequirements':{'Spot':{}}},{"
                                        + "'CapacityRequirements':{'OnDemand':{}}},{}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'InstanceGroups':[7,{'CapacityRequirements':7},{"
                                        + "'CapacityRequirements':{'Reserved':{}}}]}"))
                .isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("capacity-one-of").check(request(document)).toList());
    }
}
