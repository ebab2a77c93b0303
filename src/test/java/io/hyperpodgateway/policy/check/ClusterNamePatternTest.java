package io.hyperpodgateway.policy.check;

import static io.hyperpodgateway.policy.check.CheckFixture.forDocument;
import static io.hyperpodgateway.policy.check.CheckFixture.messages;
import static io.hyperpodgateway.policy.check.CheckFixture.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterNamePatternTest {

    private static final ClusterNamePattern CHECK =
            new ClusterNamePattern(WholePattern.of("ml-[a-z]+"));

    @Test
    void requiresTheWholeNameToMatch() {
        assertThat(places(CHECK, forDocument("{'ClusterName': 'ml-a'}"))).isEmpty();
        assertThat(places(CHECK, forDocument("{'ClusterName': 'ml-a1'}")))
                .containsExactly("/ClusterName");
        assertThat(places(CHECK, forDocument("{}"))).containsExactly("/ClusterName");
    }

    @Test
    void namesThePattern() {
        assertThat(messages(CHECK, forDocument("{'ClusterName': 'x'}")))
                .containsExactly("x is not allowed; the cluster's name has to match ml-[a-z]+");
    }
}
