package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchTwiceTest {

    private static final Rule RULE = rule("patch-twice");

    @Test
    void warnsOfTwoCalendars() {
        assertThat(places(RULE, groups("{}", "{'AutoPatchConfig':{},'ScheduledUpdateConfig':{}}")))
                .containsExactly("/InstanceGroups/1/ScheduledUpdateConfig");
    }

    @Test
    void takesEitherOne() {
        assertThat(places(RULE, groups("{'AutoPatchConfig':{}}", "{'ScheduledUpdateConfig':{}}")))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':1,'ScheduledUpdateConfig':{}}",
                                        "{'AutoPatchConfig':{},'ScheduledUpdateConfig':null}")))
                .isEmpty();
    }
}
