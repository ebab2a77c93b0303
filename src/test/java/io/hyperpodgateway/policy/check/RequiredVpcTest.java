package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequiredVpcTest {

    private static final RequiredVpc CHECK = new RequiredVpc();

    @Test
    void requiresTheClustersVpc() {
        assertThat(places(CHECK, forDocument("{'VpcConfig': {'Subnets': ['subnet-1']}}")))
                .isEmpty();
        assertThat(places(CHECK, forDocument("{}"))).containsExactly("/VpcConfig");
        assertThat(places(CHECK, forDocument("{'VpcConfig': null}"))).containsExactly("/VpcConfig");
    }

    @Test
    void doesNotTakeAGroupsOverrideForIt() {
        var request =
                forDocument("{'InstanceGroups': [{'OverrideVpcConfig': {'Subnets': ['s']}}]}");

        assertThat(places(CHECK, request)).containsExactly("/VpcConfig");
    }
}
