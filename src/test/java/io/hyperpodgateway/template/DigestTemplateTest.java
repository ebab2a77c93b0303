package io.hyperpodgateway.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.hyperpodgateway.config.DigestSettingsReader;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.start.DigestEntryPoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

class DigestTemplateTest {

    private static final JsonObject FUNCTION = Template.properties("DigestFunction");
    private static final Map<String, JsonObject> STATEMENTS =
            Template.properties("DigestRole").items("Policies").stream()
                    .map(JsonObject.class::cast)
                    .flatMap(policy ->
                            policy
                                    .object("PolicyDocument")
                                    .orElseThrow()
                                    .items("Statement")
                                    .stream())
                    .map(DigestTemplateTest::statement)
                    .collect(
                            Collectors.toMap(
                                    statement -> statement.text("Sid").orElseThrow(),
                                    Function.identity()));

    @Test
    void namesTheFunctionOfTheCode() throws ReflectiveOperationException {
        assertThat(FUNCTION.text("Handler")).contains(DigestEntryPoint.class.getName());
        assertThat(RequestStreamHandler.class).isAssignableFrom(DigestEntryPoint.class);
        assertThat(DigestEntryPoint.class.getConstructor()).isNotNull();
        assertThat(FUNCTION.text("Runtime")).contains("java25");
    }

    @Test
    void runsFifteenMinutesAfterEachHour() {
        JsonObject events = FUNCTION.object("Events").orElseThrow();
        assertThat(events.members()).hasSize(1);
        assertThat(events.toText()).contains("\"Schedule\":\"cron(15 * * * ? *)\"");
    }

    @Test
    void declaresEverySettingAndNoOther() {
        JsonObject variables =
                FUNCTION.object("Environment").orElseThrow().object("Variables").orElseThrow();
        assertThat(variables.without("JAVA_TOOL_OPTIONS").members().keySet()).isEqualTo(settings());
    }

    @Test
    void hasARoleOfItsOwnThatAddsDigestsAlone() {
        assertThat(FUNCTION.object("Role").orElseThrow().toText()).contains("DigestRole.Arn");
        assertThat(actions("FindEvents")).containsExactly("dynamodb:Query");
        assertThat(STATEMENTS.get("FindEvents").get("Resource").orElseThrow().toText())
                .isEqualTo(
                        "[{\"Fn::Sub\":\"${AuditTable.Arn}/index/byHour\"},"
                                + "{\"Fn::Sub\":\"${AuditTable.Arn}/index/byDay\"}]");
        assertThat(actions("KeepDigests"))
                .containsExactlyInAnyOrder(
                        "dynamodb:GetItem",
                        "dynamodb:Query",
                        "dynamodb:PutItem",
                        "dynamodb:ConditionCheckItem");
        assertThat(STATEMENTS.get("KeepDigests").get("Condition").orElseThrow().toText())
                .isEqualTo(
                        "{\"ForAllValues:StringEquals\":{\"dynamodb:LeadingKeys\":[\"DIGEST\"]},"
                                + "\"Null\":{\"dynamodb:LeadingKeys\":\"false\"}}");
        assertThat(STATEMENTS)
                .containsOnlyKeys(
                        "FindEvents",
                        "KeepDigests",
                        "KeepDigestsOutside",
                        "OpenTablesUnderTheDataKey",
                        "WriteTheLog",
                        "SendTraces");
    }

    @Test
    void putsIntoItsPartOfTheBucketAlone() {
        assertThat(actions("KeepDigestsOutside"))
                .containsExactlyInAnyOrder("s3:PutObject", "s3:PutObjectRetention");
        assertThat(STATEMENTS.get("KeepDigestsOutside").get("Resource").orElseThrow().toText())
                .contains(":s3:::${DigestBucket}/${AWS::Region}/${AuditTable}/*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DigestErrorsAlarm", "DigestsBehindAlarm"})
    void alarms(String alarm) {
        JsonObject properties = Template.properties(alarm);
        assertThat(properties.text("ComparisonOperator")).contains("GreaterThanOrEqualToThreshold");
        assertThat(properties.text("Threshold")).contains("1");
        assertThat(properties.get("AlarmActions")).isPresent();
    }

    @Test
    void alarmsWithoutDigests() {
        JsonObject alarm = Template.properties("DigestsBehindAlarm");
        assertThat(alarm.text("TreatMissingData")).contains("breaching");
        assertThat(alarm.text("MetricName")).contains("HoursBehind");
        assertThat(alarm.text("Namespace")).contains("HyperPodGateway");
    }

    private static List<String> actions(String statement) {
        return Template.texts(STATEMENTS.get(statement).get("Action").orElseThrow());
    }

    private static JsonObject statement(Json item) {
        JsonObject object = (JsonObject) item;
        return object.get("Fn::If").isEmpty() ? object : (JsonObject) object.items("Fn::If").get(1);
    }

    private static Set<String> settings() {
        var read = new TreeSet<String>();
        DigestSettingsReader.read(
                new HashMap<>() {
                    @Override
                    public String get(Object name) {
                        read.add((String) name);
                        return "";
                    }
                });
        read.remove("AWS_REGION");
        return read;
    }
}
