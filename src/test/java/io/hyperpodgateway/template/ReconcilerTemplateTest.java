package io.hyperpodgateway.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.start.ReconcilerEntryPoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

class ReconcilerTemplateTest {

    private static final JsonObject FUNCTION = Template.properties("ReconcilerFunction");
    private static final Map<String, JsonObject> STATEMENTS =
            Template.properties("ReconcilerRole").items("Policies").stream()
                    .map(JsonObject.class::cast)
                    .flatMap(policy ->
                            policy
                                    .object("PolicyDocument")
                                    .orElseThrow()
                                    .items("Statement")
                                    .stream())
                    .map(ReconcilerTemplateTest::statement)
                    .collect(
                            Collectors.toMap(
                                    statement -> statement.text("Sid").orElseThrow(),
                                    Function.identity()));

    @Test
    void namesTheFunctionOfTheCode() throws ReflectiveOperationException {
        assertThat(FUNCTION.text("Handler")).contains(ReconcilerEntryPoint.class.getName());
        assertThat(RequestStreamHandler.class).isAssignableFrom(ReconcilerEntryPoint.class);
        assertThat(ReconcilerEntryPoint.class.getConstructor()).isNotNull();
        assertThat(FUNCTION.get("CodeUri"))
                .isEqualTo(Template.properties("GatewayFunction").get("CodeUri"));
    }

    @Test
    void runsEveryFiveMinutesAndEndsBeforeTheNextRun() {
        assertThat(FUNCTION.object("Events").orElseThrow().toText())
                .contains("\"Schedule\":\"rate(5 minutes)\"");
        assertThat(number(FUNCTION, "Timeout")).isLessThan(300);
        assertThat(FUNCTION.object("EventInvokeConfig").orElseThrow().toText())
                .contains("\"MaximumRetryAttempts\":\"0\"");
    }

    @Test
    void knowsNoPolicy() {
        JsonObject variables =
                FUNCTION.object("Environment").orElseThrow().object("Variables").orElseThrow();
        assertThat(variables.members())
                .containsOnlyKeys(
                        "GATEWAY_NAME",
                        "AUDIT_TABLE",
                        "OPEN_TABLE",
                        "AWS_ENDPOINT_URL_SAGEMAKER",
                        "AWS_ENDPOINT_URL_DYNAMODB",
                        "JAVA_TOOL_OPTIONS");
    }

    @Test
    void hasARoleThatOnlyReadsSageMaker() {
        assertThat(FUNCTION.object("Role").orElseThrow().toText()).contains("ReconcilerRole.Arn");
        assertThat(
                        STATEMENTS.values().stream()
                                .flatMap(statement -> actions(statement).stream())
                                .filter(action ->
                                        !action.matches("(dynamodb|logs|xray|kms):[A-Za-z]+")))
                .containsExactlyInAnyOrder("sagemaker:DescribeCluster", "sagemaker:ListTags");
        assertThat(STATEMENTS)
                .containsOnlyKeys(
                        "ReadClusters",
                        "ReadAndAddEvents",
                        "CloseOpenIntents",
                        "OpenTablesUnderTheDataKey",
                        "WriteTheLog",
                        "SendTraces");
    }

    @Test
    void addsEventsOfRequestsAlone() {
        JsonObject statement = STATEMENTS.get("ReadAndAddEvents");
        assertThat(actions(statement))
                .containsExactlyInAnyOrder(
                        "dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem");
        assertThat(statement.get("Resource").orElseThrow().toText()).contains("AuditTable.Arn");
        assertThat(statement.get("Condition").orElseThrow().toText())
                .isEqualTo(
                        "{\"ForAllValues:StringLike\":{\"dynamodb:LeadingKeys\":[\"REQUEST#*\"]},"
                                + "\"Null\":{\"dynamodb:LeadingKeys\":\"false\"}}");
    }

    @Test
    void changesAndDeletesOpenIntentsAlone() {
        JsonObject statement = STATEMENTS.get("CloseOpenIntents");
        assertThat(actions(statement))
                .containsExactlyInAnyOrder(
                        "dynamodb:Scan",
                        "dynamodb:GetItem",
                        "dynamodb:UpdateItem",
                        "dynamodb:DeleteItem");
        assertThat(statement.get("Resource").orElseThrow().toText())
                .isEqualTo("{\"Fn::GetAtt\":\"OpenTable.Arn\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "OldIntentsAlarm,OldestOpenIntent,3600,breaching",
        "UntaggedClustersAlarm,UntaggedClusters,1,notBreaching",
        "BrokenOpenIntentsAlarm,BrokenOpenIntents,1,notBreaching"
    })
    void alarms(String alarm, String metric, String threshold, String missing) {
        JsonObject properties = Template.properties(alarm);
        assertThat(properties.text("Namespace")).contains("HyperPodGateway");
        assertThat(properties.text("MetricName")).contains(metric);
        assertThat(properties.text("Threshold")).contains(threshold);
        assertThat(properties.text("TreatMissingData")).contains(missing);
        assertThat(properties.text("ComparisonOperator")).contains("GreaterThanOrEqualToThreshold");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OldIntentsAlarm",
                "UntaggedClustersAlarm",
                "BrokenOpenIntentsAlarm",
                "ReconcilerErrorsAlarm"
            })
    void sendsAlarmsWhereTheOthersGo(String alarm) {
        assertThat(Template.properties(alarm).get("AlarmActions"))
                .isEqualTo(Template.properties("DigestErrorsAlarm").get("AlarmActions"));
    }

    private static int number(JsonObject properties, String name) {
        return Integer.parseInt(properties.text(name).orElseThrow());
    }

    private static List<String> actions(JsonObject statement) {
        return Template.texts(statement.get("Action").orElseThrow());
    }

    private static JsonObject statement(Json item) {
        JsonObject object = (JsonObject) item;
        return object.get("Fn::If").isEmpty() ? object : (JsonObject) object.items("Fn::If").get(1);
    }
}
