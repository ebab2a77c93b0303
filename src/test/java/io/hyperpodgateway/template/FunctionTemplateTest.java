package io.hyperpodgateway.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class FunctionTemplateTest {

    private static final JsonObject FUNCTION = Template.properties("GatewayFunction");
    private static final JsonObject VARIABLES =
            FUNCTION.object("Environment").orElseThrow().object("Variables").orElseThrow();

    @Test
    void namesTheHandlerOfTheCode() throws ReflectiveOperationException {
        String handler = FUNCTION.text("Handler").orElseThrow();
        assertThat(handler).isEqualTo(Agreed.HANDLER);
        assertThat(RequestStreamHandler.class).isAssignableFrom(Class.forName(handler));
        assertThat(Class.forName(handler).getConstructor()).isNotNull();
    }

    @Test
    void isTheOnlyFunctionThatTheApiCalls() {
        assertThat(Template.ofType("AWS::Serverless::Function"))
                .containsOnlyKeys("GatewayFunction", "DigestFunction", "ReconcilerFunction");
        assertThat(Template.ofType("AWS::Lambda::Function")).isEmpty();
    }

    @Test
    void runsOnJava25TwoSecondsShorterThanTheApiWaits() {
        assertThat(FUNCTION.text("Runtime")).contains("java25");
        assertThat(FUNCTION.text("Timeout")).contains("28");
        assertThat(Template.properties("Integration").text("TimeoutInMillis")).contains("30000");
    }

    @Test
    void opensNoDoorBesideTheApi() {
        assertThat(FUNCTION.members().keySet()).doesNotContain("Events", "FunctionUrlConfig");
        assertThat(Template.ofType("AWS::Lambda::Url")).isEmpty();
    }

    /// Everything that is fixed in a version: its variables and its configuration.
    @ParameterizedTest
    @ValueSource(strings = {"GatewayFunction", "DigestFunction", "ReconcilerFunction"})
    void publishesANewVersionForEveryParameterThatTheFunctionReads(String name) {
        JsonObject function = Template.properties(name);
        String description = function.object("VersionDescription").orElseThrow().toText();
        assertThat(function.text("AutoPublishAlias")).contains("live");
        assertThat(function.text("AutoPublishAliasAllProperties")).contains("true");
        var versioned =
                Stream.of("Environment", "Architectures", "MemorySize", "SnapStart", "Timeout")
                        .flatMap(member -> function.get(member).stream())
                        .flatMap(value -> referenced(value).stream())
                        .toList();
        assertThat(versioned).contains("Architecture");
        assertThat(versioned)
                .allSatisfy(parameter ->
                        assertThat(description)
                                .containsAnyOf(
                                        "${" + parameter + "}", "{\"Ref\":\"" + parameter + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GatewayFunction", "DigestFunction", "ReconcilerFunction"})
    void keepsTheVersionToGoBackTo(String name) {
        assertThat(Template.resource(name).text("UpdateReplacePolicy")).contains("Retain");
        assertThat(Template.resource(name).get("DeletionPolicy")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GatewayFunction", "DigestFunction", "ReconcilerFunction"})
    void takesSignedCodeAloneIfAsked(String name) {
        assertThat(Template.properties(name).get("CodeSigningConfigArn").orElseThrow().toText())
                .isEqualTo(
                        "{\"Fn::If\":[\"SignsCode\",{\"Ref\":\"CodeSigningConfigArn\"},"
                                + "{\"Ref\":\"AWS::NoValue\"}]}");
    }

    @Test
    void describesAVersionWithinLambdasLimit() {
        String longest =
                FUNCTION.object("VersionDescription")
                        .flatMap(sub -> sub.text("Fn::Sub"))
                        .orElseThrow()
                        .replace("${PolicySource}", "p".repeat(longestPolicySource()))
                        .replace("${UnknownInstanceTypes}", "error")
                        .replace("${MemorySize}", "10240")
                        .replace("${Architecture}", "x86_64")
                        .replace("${SnapStart}", "PublishedVersions");

        assertThat(longest).doesNotContain("$").hasSizeLessThanOrEqualTo(256);
    }

    private static int longestPolicySource() {
        JsonObject source = Template.section("Parameters").object("PolicySource").orElseThrow();
        return Integer.parseInt(source.text("MaxLength").orElseThrow());
    }

    @Test
    void takesSnapshotsOfTheFunctionThatIsWaitedForAndOnlyIfAsked() {
        assertThat(FUNCTION.object("SnapStart").flatMap(it -> it.object("ApplyOn")))
                .contains(ref("SnapStart"));
        assertThat(Template.section("Parameters").object("SnapStart").orElseThrow().text("Default"))
                .contains("None");
        assertThat(Template.properties("DigestFunction").get("SnapStart")).isEmpty();
        assertThat(Template.properties("ReconcilerFunction").get("SnapStart")).isEmpty();
    }

    @Test
    void declaresEverySettingAndNoOther() {
        assertThat(VARIABLES.members().keySet())
                .contains("JAVA_TOOL_OPTIONS")
                .containsAll(Agreed.SETTINGS);
        assertThat(VARIABLES.without("JAVA_TOOL_OPTIONS").members().keySet())
                .isEqualTo(Agreed.SETTINGS);
    }

    @Test
    void neverRepeatsAPostBehindTheCodesBack() {
        assertThat(VARIABLES.text("JAVA_TOOL_OPTIONS").orElseThrow())
                .contains("-Dsun.net.http.retryPost=false");
    }

    @Test
    void knowsItsTables() {
        assertThat(VARIABLES.object("AUDIT_TABLE")).contains(ref("AuditTable"));
        assertThat(VARIABLES.object("OPEN_TABLE")).contains(ref("OpenTable"));
        assertThat(VARIABLES.object("GATEWAY_NAME")).contains(ref("AWS::StackName"));
    }

    @Test
    void isTracedAndLogsJsonIntoItsOwnGroup() {
        JsonObject logging = FUNCTION.object("LoggingConfig").orElseThrow();
        assertThat(FUNCTION.text("Tracing")).contains("Active");
        assertThat(logging.text("LogFormat")).contains("JSON");
        assertThat(logging.object("LogGroup")).contains(ref("FunctionLogs"));
    }

    @Test
    void keepsEveryLogForAWhileOnly() {
        assertThat(Template.ofType("AWS::Logs::LogGroup"))
                .containsOnlyKeys("FunctionLogs", "AccessLogs", "DigestLogs", "ReconcilerLogs")
                .allSatisfy((_, group) -> assertThat(group.get("RetentionInDays")).isPresent());
    }

    private static List<String> referenced(Json values) {
        Set<String> parameters = Template.section("Parameters").members().keySet();
        return Template.objects(values)
                .flatMap(value -> value.text("Ref").stream())
                .filter(parameters::contains)
                .toList();
    }

    private static JsonObject ref(String name) {
        return JsonObject.of("Ref", Json.of(name));
    }
}
