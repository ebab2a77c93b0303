package io.hyperpodgateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class SettingsReaderTest {

    private static final Map<String, String> LEAST =
            Map.of("AUDIT_TABLE", "audit", "OPEN_TABLE", "open", "AWS_REGION", "eu-central-1");

    @Test
    void readsTheLeastThatIsNeeded() {
        Settings settings = read(LEAST);
        assertThat(settings.gatewayName()).isEqualTo("hyperpod-gateway");
        assertThat(settings.auditTable()).isEqualTo("audit");
        assertThat(settings.openTable()).isEqualTo("open");
        assertThat(settings.region()).isEqualTo("eu-central-1");
        assertThat(settings.policySource()).isEqualTo(new PolicySource.Bundled("default"));
        assertThat(settings.unknownInstanceTypesAreErrors()).isFalse();
        assertThat(settings.sageMakerEndpoint()).isEmpty();
        assertThat(settings.dynamoDbEndpoint()).isEmpty();
    }

    @Test
    void readsEverySetting() {
        Settings settings =
                read(
                        with(
                                Map.of(
                                        "GATEWAY_NAME", "ml-gateway",
                                        "POLICY_SOURCE", "file:/etc/policy.yaml",
                                        "UNKNOWN_INSTANCE_TYPES", "error",
                                        "AWS_ENDPOINT_URL_SAGEMAKER", "http://127.0.0.1:8001",
                                        "AWS_ENDPOINT_URL_DYNAMODB",
                                                "https://dynamo.example.com/x")));
        assertThat(settings.gatewayName()).isEqualTo("ml-gateway");
        assertThat(settings.policySource())
                .isEqualTo(new PolicySource.File(Path.of("/etc/policy.yaml")));
        assertThat(settings.unknownInstanceTypesAreErrors()).isTrue();
        assertThat(settings.sageMakerEndpoint()).contains(URI.create("http://127.0.0.1:8001"));
        assertThat(settings.dynamoDbEndpoint())
                .contains(URI.create("https://dynamo.example.com/x"));
    }

    @ParameterizedTest
    @CsvSource({"ml-gateway, ml-gateway", "'', hyperpod-gateway", "not allowed, hyperpod-gateway"})
    void namesTheGatewayWhateverElseIsWrong(String set, String name) {
        assertThat(SettingsReader.gatewayName(Map.of("GATEWAY_NAME", set, "AWS_REGION", "nowhere")))
                .isEqualTo(name);
        assertThat(SettingsReader.gatewayName(Map.of())).isEqualTo("hyperpod-gateway");
    }

    @Test
    void takesAnEmptySettingForAnAbsentOne() {
        var empty = new HashMap<>(LEAST);
        for (String name :
                List.of(
                        "GATEWAY_NAME",
                        "POLICY_SOURCE",
                        "UNKNOWN_INSTANCE_TYPES",
                        "AWS_ENDPOINT_URL_SAGEMAKER",
                        "AWS_ENDPOINT_URL_DYNAMODB")) {
            empty.put(name, "");
        }
        assertThat(read(empty)).isEqualTo(read(LEAST));
        empty.put("AUDIT_TABLE", "");
        assertThat(mistakes(empty)).singleElement().asString().startsWith("AUDIT_TABLE is not set");
    }

    @Test
    void reportsEveryMistakeAtOnce() {
        List<String> mistakes =
                mistakes(
                        Map.of(
                                "GATEWAY_NAME", "9-lives",
                                "AUDIT_TABLE", "a b",
                                "POLICY_SOURCE", "s3://policy",
                                "UNKNOWN_INSTANCE_TYPES", "Warn",
                                "AWS_REGION", "Frankfurt",
                                "AWS_ENDPOINT_URL_SAGEMAKER", "localhost:8001",
                                "AWS_ENDPOINT_URL_DYNAMODB", "::"));
        assertThat(mistakes)
                .hasSize(8)
                .anyMatch(mistake -> mistake.startsWith("OPEN_TABLE is not set"))
                .anyMatch(mistake ->
                        mistake.startsWith("AWS_ENDPOINT_URL_SAGEMAKER is \"localhost:8001\""));
    }

    @ParameterizedTest
    @CsvSource({
        "bundled:research, research",
        "bundled, default",
    })
    void namesABundledPolicy(String source, String name) {
        assertThat(read(with(Map.of("POLICY_SOURCE", source))).policySource())
                .isEqualTo(new PolicySource.Bundled(name));
    }

    @ParameterizedTest
    @CsvSource({
        "appconfig:app/env/profile",
        "bundled:",
        "bundled:../secrets",
        "file:",
        "file:a\0b",
        "file:\ud800",
        "Bundled"
    })
    void refusesOtherSourcesOfPolicy(String source) {
        assertThat(mistakes(with(Map.of("POLICY_SOURCE", source))))
                .singleElement()
                .asString()
                .contains("POLICY_SOURCE", source);
    }

    @Test
    void saysThatAppConfigIsNotOfferedYet() {
        assertThat(mistakes(with(Map.of("POLICY_SOURCE", "appconfig:a/b/c"))))
                .singleElement()
                .asString()
                .contains("not offered yet");
    }

    @ParameterizedTest
    @CsvSource({
        "us-gov-west-1",
        "ap-southeast-3",
        "cn-northwest-1",
        "us-isob-east-1",
        "eu-isoe-west-1",
        "eusc-de-east-1"
    })
    void knowsTheFormOfRegions(String region) {
        assertThat(read(with(Map.of("AWS_REGION", region))).region()).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:65536", "http://127.0.0.1:0", "http://", "ftp://127.0.0.1"})
    void refusesEndpointsThatNobodyAnswersAt(String endpoint) {
        assertThat(mistakes(with(Map.of("AWS_ENDPOINT_URL_SAGEMAKER", endpoint))))
                .singleElement()
                .asString()
                .contains("AWS_ENDPOINT_URL_SAGEMAKER", endpoint);
    }

    private static Map<String, String> with(Map<String, String> more) {
        var all = new HashMap<>(LEAST);
        all.putAll(more);
        return all;
    }

    private static Settings read(Map<String, String> environment) {
        assertThat(SettingsReader.read(environment)).isInstanceOf(Reading.Read.class);
        return SettingsReader.read(environment).orElseThrow();
    }

    private static List<String> mistakes(Map<String, String> environment) {
        assertThat(SettingsReader.read(environment))
                .asInstanceOf(type(Reading.Refused.class))
                .isNotNull();
        return SettingsReader.read(environment).problems();
    }
}
