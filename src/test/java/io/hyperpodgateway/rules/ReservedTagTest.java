package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;

class ReservedTagTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hyperpod-gateway:request-id",
                "hyperpod-gateway:",
                "HYPERPOD-GATEWAY:x",
                "HyperPod-Gateway:Request-Id"
            })
    void refusesTheGatewaysOwnKeys(String key) {
        assertThat(check(key)).containsExactly("reserved-tag /Tags/0/Key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hyperpod-gateway",
                "hyperpod_gateway:x",
                " hyperpod-gateway:x",
                "my-hyperpod-gateway:"
            })
    void takesOtherKeys(String key) {
        assertThat(check(key)).isEmpty();
    }

    @Test
    void knowsLettersAlikeInEveryLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(check("HYPERPOD-GATEWAY:I")).containsExactly("reserved-tag /Tags/0/Key");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> check(String key) {
        return summaries(
                rule("reserved-tag")
                        .check(request("{'Tags':[{'Key':'%s','Value':1}]}".formatted(key)))
                        .toList());
    }
}
