package io.hyperpodgateway.policy.check.cluster;

import static io.hyperpodgateway.policy.check.Asking.forDocument;
import static io.hyperpodgateway.policy.check.Asking.messages;
import static io.hyperpodgateway.policy.check.Asking.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.policy.reference.ReferenceKind;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

class AllowedReferencesTest {

    private static final Asked ASKED =
            forDocument(
                    """
                    {'ClusterRole': 'role-a',
                     'VpcConfig': {'Subnets': ['subnet-1', 'subnet-2'], 'SecurityGroupIds': ['sg-1']},
                     'InstanceGroups': [{'OverrideVpcConfig': {'Subnets': ['subnet-3']}}]}
                    """);

    @Test
    void refusesWhatIsNotOnTheList() {
        assertThat(places(subnets("subnet-1"), ASKED))
                .containsExactly(
                        "/VpcConfig/Subnets/1", "/InstanceGroups/0/OverrideVpcConfig/Subnets/0");
        assertThat(places(subnets("subnet-?"), ASKED)).isEmpty();
        assertThat(places(subnets(), ASKED)).hasSize(3);
    }

    @Test
    void doesNotSeeOtherKinds() {
        assertThat(places(subnets("*"), forDocument("{'ClusterRole': 'x', 'Unknown': 'y'}")))
                .isEmpty();
    }

    @Test
    void tellsWhatIsAllowed() {
        assertThat(messages(subnets("subnet-1", "subnet-2"), ASKED))
                .containsExactly(
                        "subnet-3 is not allowed; allowed subnets for you: subnet-1, subnet-2");
    }

    private static AllowedReferences subnets(String... globs) {
        return new AllowedReferences(
                new LinkedHashMap<>(Map.of(ReferenceKind.SUBNETS, Globs.of(globs))));
    }
}
