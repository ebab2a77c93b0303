package io.hyperpodgateway.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.policy.check.Place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class LocalSettingsTest {

    @Test
    void hasDefaults() {
        LocalSettings settings = read(Map.of());

        assertThat(settings.port()).isEqualTo(3000);
        assertThat(settings.dynamoDbPort()).isEqualTo(8000);
        assertThat(settings.sageMakerPort()).isEqualTo(8001);
        assertThat(settings.dynamoDbDirectory()).isEmpty();
        assertThat(settings.dynamoDb()).isEmpty();
        assertThat(settings.sageMaker()).isEmpty();
        assertThat(settings.region()).isEqualTo("us-east-1");
        assertThat(settings.place()).isEqualTo(new Place("000000000000", "us-east-1"));
    }

    @Test
    void believesItselfInTheAccountThatIsSet() {
        assertThat(read(Map.of("LOCAL_ACCOUNT_ID", "111122223333")).place())
                .isEqualTo(new Place("111122223333", "us-east-1"));
        assertThat(read(Map.of("LOCAL_ACCOUNT_ID", "")).accountId()).isEqualTo("000000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1111222233334", "11112222333a", " 111122223333", "arn:aws:iam"})
    void refusesAnAccountThatIsNone(String account) {
        assertThat(mistakes(Map.of("LOCAL_ACCOUNT_ID", account, "PORT", "no")))
                .hasSize(2)
                .anyMatch(mistake -> mistake.startsWith("LOCAL_ACCOUNT_ID is " + account));
    }

    @Test
    void emptyIsAbsent() {
        var empty = Map.of("PORT", "", "DYNAMODB_DIR", "", "AWS_ENDPOINT_URL_SAGEMAKER", "");

        LocalSettings settings = read(empty);

        assertThat(settings).isEqualTo(read(Map.of()));
        assertThat(settings.environment()).isEmpty();
    }

    @Test
    void readsEverySetting() {
        LocalSettings settings =
                read(
                        Map.of(
                                "PORT", "0",
                                "DYNAMODB_PORT", "1",
                                "SAGEMAKER_PORT", "65535",
                                "DYNAMODB_DIR", "data",
                                "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:1",
                                "AWS_ENDPOINT_URL_SAGEMAKER", "https://moto.example.com",
                                "AWS_REGION", "eu-west-1",
                                "AUDIT_TABLE", "a",
                                "OPEN_TABLE", "o"));

        assertThat(settings.port()).isZero();
        assertThat(settings.dynamoDbPort()).isEqualTo(1);
        assertThat(settings.sageMakerPort()).isEqualTo(65_535);
        assertThat(settings.dynamoDbDirectory()).hasValue(Path.of("data"));
        assertThat(settings.dynamoDb()).hasValue(URI.create("http://localhost:1"));
        assertThat(settings.sageMaker()).hasValue(URI.create("https://moto.example.com"));
        assertThat(settings.region()).isEqualTo("eu-west-1");
        assertThat(settings.tables()).isEqualTo(new Tables("a", "o"));
    }

    @Test
    void reportsEveryMistakeAtOnce() {
        assertThat(
                        mistakes(
                                Map.of(
                                        "PORT", "65536",
                                        "DYNAMODB_PORT", "-1",
                                        "SAGEMAKER_PORT", "http",
                                        "AWS_ENDPOINT_URL_DYNAMODB", "localhost:8000",
                                        "AWS_ENDPOINT_URL_SAGEMAKER", "http:// ",
                                        "AWS_REGION", "here")))
                .hasSize(6);
    }

    @Test
    void refusesOnePortForTwo() {
        assertThat(mistakes(Map.of("PORT", "8000"))).hasSize(1);
    }

    @Test
    void allowsThePortOfWhatIsNotStarted() {
        var elsewhere = Map.of("PORT", "8000", "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:9");

        assertThat(read(elsewhere).port()).isEqualTo(8000);
    }

    @Test
    void anyPortMayBeSetTwice() {
        assertThat(read(Map.of("PORT", "0", "DYNAMODB_PORT", "0")).dynamoDbPort()).isZero();
    }

    @Test
    void handsTheGatewayItsEnvironment() {
        Map<String, String> gateway =
                read(Map.of("GATEWAY_NAME", "mine", "POLICY_SOURCE", "", "PORT", "1"))
                        .gatewayEnvironment(URI.create("http://d"), URI.create("http://s"));

        assertThat(gateway)
                .containsEntry("GATEWAY_NAME", "mine")
                .containsEntry("AWS_REGION", "us-east-1")
                .containsEntry("AUDIT_TABLE", "hyperpod-gateway-audit")
                .containsEntry("OPEN_TABLE", "hyperpod-gateway-open")
                .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", "http://d")
                .containsEntry("AWS_ENDPOINT_URL_SAGEMAKER", "http://s")
                .doesNotContainKey("POLICY_SOURCE");
    }

    private static LocalSettings read(Map<String, String> variables) {
        return LocalSettings.read(variables).orElseThrow();
    }

    private static List<String> mistakes(Map<String, String> variables) {
        return LocalSettings.read(variables).problems();
    }
}
