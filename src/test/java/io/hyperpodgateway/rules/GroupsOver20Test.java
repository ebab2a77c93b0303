package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class GroupsOver20Test {

    @Test
    void warnsOfMoreThanTwenty() {
        assertThat(check(groups("InstanceGroups 21")))
                .containsExactly("groups-over-20 /InstanceGroups");
        assertThat(check(groups("RestrictedInstanceGroups 21")))
                .containsExactly("groups-over-20 /RestrictedInstanceGroups");
    }

    @Test
    void takesTwenty() {
        assertThat(check(groups("InstanceGroups 20"))).isEmpty();
        assertThat(check(groups("RestrictedInstanceGroups 10", "InstanceGroups 10"))).isEmpty();
        assertThat(check("{}")).isEmpty();
    }

    @Test
    void countsGroupsOfBothKinds() {
        assertThat(check(groups("RestrictedInstanceGroups 11", "InstanceGroups 10")))
                .containsExactly("groups-over-20 /InstanceGroups");
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(check("{'InstanceGroups':21,'RestrictedInstanceGroups':{}}")).isEmpty();
    }

    private static String groups(String... lists) {
        return Stream.of(lists)
                .map(list -> list.split(" "))
                .map(list ->
                        "'%s':[%s]"
                                .formatted(
                                        list[0],
                                        String.join(
                                                ",",
                                                Collections.nCopies(
                                                        Integer.parseInt(list[1]), "{}"))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static List<String> check(String document) {
        return summaries(rule("groups-over-20").check(request(document)).toList());
    }
}
