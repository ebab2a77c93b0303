package io.hyperpodgateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/// Runs the folders of `cases/policy`, which have a policy each, and of `cases/policies`, which are
/// for the bundled ones: a request and a caller in; what is decided, or why the document is
/// refused, out, and where `effective.json` stands, what becomes of the request. Adding a case is
/// adding a folder.
class PolicyCasesTest {

    static List<PolicyCase> cases() {
        return PolicyCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsAsExpected(PolicyCase one) {
        JsonObject outcome =
                switch (one.policy()) {
                    case Reading.Refused(var mistakes) ->
                            JsonObject.of(
                                    "refused",
                                    places(mistakes.stream().filter(Mistake::isError).toList()));
                    case Reading.Read(var policy) -> decide(policy, one);
                };
        assertThat(outcome.toText()).isEqualTo(one.expected().toText());
    }

    private static JsonObject decide(Policy policy, PolicyCase one) {
        one.expectedEffective()
                .ifPresent(expected ->
                        assertThat(one.effective(policy).toText()).isEqualTo(expected.toText()));
        PolicyDecision decision = one.decide(policy);
        JsonObject outcome =
                JsonObject.of("denied", Json.of(decision.denied()))
                        .with("shown", findings(decision.shown()))
                        .with("audited", findings(decision.audited()));
        return policy.warnings().isEmpty()
                ? outcome
                : outcome.with("warnings", places(policy.warnings()));
    }

    private static JsonArray findings(List<Finding> findings) {
        return new JsonArray(
                findings.stream()
                        .<Json>map(finding ->
                                JsonObject.of("rule", Json.of(finding.rule()))
                                        .with("level", Json.of(finding.level().name()))
                                        .with("pointer", Json.of(finding.pointer().toString())))
                        .toList());
    }

    private static JsonArray places(List<Mistake> mistakes) {
        return JsonArray.ofTexts(
                mistakes.stream()
                        .map(mistake ->
                                "%d:%d %s"
                                        .formatted(
                                                mistake.line(), mistake.column(), mistake.rule()))
                        .toList());
    }
}
