package io.hyperpodgateway.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class ParametersTemplateTest {

    private static final Map<String, JsonObject> PARAMETERS =
            Template.section("Parameters").stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> (JsonObject) e.getValue()));

    @Test
    void areDescribed() {
        assertThat(PARAMETERS)
                .allSatisfy((_, parameter) ->
                        assertThat(parameter.text("Description").orElseThrow())
                                .hasSizeGreaterThan(20)
                                .endsWith("."));
    }

    @Test
    void haveDefaultsSoThatADeploymentNeedsNone() {
        assertThat(PARAMETERS)
                .allSatisfy((_, parameter) -> assertThat(parameter.text("Default")).isPresent());
    }

    @Test
    void areBounded() {
        assertThat(PARAMETERS)
                .allSatisfy((_, parameter) ->
                        assertThat(parameter.members().keySet())
                                .containsAnyOf("AllowedPattern", "AllowedValues", "MinValue"));
    }

    @Test
    void admitTheirOwnDefaults() {
        assertThat(
                        Template.only(
                                PARAMETERS,
                                (_, parameter) -> parameter.get("AllowedPattern").isPresent()))
                .allSatisfy((_, parameter) ->
                        assertThat(parameter.text("Default").orElseThrow())
                                .matches(pattern(parameter)));
        assertThat(
                        Template.only(
                                PARAMETERS,
                                (_, parameter) -> parameter.get("AllowedValues").isPresent()))
                .allSatisfy((_, parameter) ->
                        assertThat(Template.texts(parameter.get("AllowedValues").orElseThrow()))
                                .contains(parameter.text("Default").orElseThrow()));
    }

    @Test
    void takeArnsWithTheirAccountOnly() {
        String role = "arn:aws:iam::111122223333:role/";
        for (String name : List.of("AllowedExecutionRoleArns", "AllowedClusterRoleArns")) {
            Pattern pattern = pattern(PARAMETERS.get(name));
            assertThat(role + "hyperpod-*").matches(pattern);
            assertThat(role + "teams/ml/hyperpod-nodes").matches(pattern);
            assertThat("*").doesNotMatch(pattern);
            assertThat("arn:aws:iam::*:role/hyperpod-*").doesNotMatch(pattern);
        }
    }

    @Test
    void takePolicySourcesThatTheGatewayKnows() {
        Pattern pattern = pattern(PARAMETERS.get("PolicySource"));
        assertThat(List.of("bundled", "bundled:cautious", "file:/var/task/policy.yaml"))
                .allSatisfy(source -> assertThat(source).matches(pattern));
        assertThat("s3://bucket/policy.yaml").doesNotMatch(pattern);
    }

    @ParameterizedTest
    @CsvSource({
        "CodeSigningConfigArn, lambda:eu-west-1:111122223333:code-signing-config:csc-, true",
        "CodeSigningConfigArn, lambda:eu-west-1:111122223333:function:csc-, false",
        "PermissionsBoundaryArn, iam::111122223333:policy/teams/, true",
        "PermissionsBoundaryArn, iam::aws:policy/, true",
        "PermissionsBoundaryArn, iam::111122223333:role/, false"
    })
    void takeArnsOfTheirKindOnly(String name, String arn, boolean taken) {
        String whole = "arn:aws:" + arn + "0123456789abcdef0";
        assertThat(pattern(PARAMETERS.get(name)).matcher(whole).matches()).isEqualTo(taken);
    }

    @Test
    void areAllUsed() {
        String everything =
                Template.section("Resources").toText() + Template.section("Conditions").toText();
        assertThat(PARAMETERS.keySet())
                .allSatisfy(name ->
                        assertThat(everything)
                                .containsAnyOf("{\"Ref\":\"" + name + "\"}", "${" + name + "}"));
    }

    private static Pattern pattern(JsonObject parameter) {
        return Pattern.compile(parameter.text("AllowedPattern").orElseThrow());
    }
}
