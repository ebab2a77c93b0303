package io.hyperpodgateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.policy.document.Mistakes;
import io.hyperpodgateway.policy.document.YamlReader;

import org.junit.jupiter.api.Test;

class BundledPoliciesTest {

    private final String text = BundledPolicies.text(BundledPolicies.DEFAULT).orElseThrow();

    @Test
    void keepsTheNodesOfItsDocuments() {
        assertThat(BundledPolicies.nodes(BundledPolicies.DEFAULT, text))
                .isPresent()
                .isEqualTo(YamlReader.read(text, new Mistakes()));
    }

    @Test
    void takesNoNodesOfAnotherText() {
        assertThat(BundledPolicies.nodes(BundledPolicies.DEFAULT, text + "\n")).isEmpty();
    }

    @Test
    void takesNoPathForAName() {
        assertThat(BundledPolicies.text("../policies/default")).isEmpty();
    }
}
