package io.hyperpodgateway.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class AlarmsTemplateTest {

    private static final String OURS = "HyperPodGateway";
    private static final Map<String, JsonObject> ALARMS = Template.ofType("AWS::CloudWatch::Alarm");

    /// The metrics of log lines that an operator must look at.
    private static final Pattern COUNTED =
            Pattern.compile("\\balarm\\(\\s*\"([A-Za-z]+)\"|Metric\\.count\\(\\s*\"([A-Za-z]+)\"");

    /// Metrics of requests and runs that need no alarm: open intents and failed digests have alarms
    /// of their own.
    private static final Set<String> WITHOUT_ALARM =
            Set.of(
                    "DigestsMade",
                    "FailedDigests",
                    "FailedReads",
                    "Findings",
                    "IntentsLeftOpen",
                    "IntentsNotLookedInto",
                    "OpenIntents",
                    "Requests");

    @ParameterizedTest
    @CsvSource({
        "UnrecordedEventsAlarm, UnrecordedEvents, 300",
        "MisconfiguredAlarm, Misconfigured, 300",
        "BugsAlarm, Bugs, 300",
        "PolicyRefusedAlarm, PolicyRefused, 300",
        "UndecidedRulesAlarm, UndecidedRules, 300",
        "LateEventsAlarm, LateEvents, 3600"
    })
    void watchesTheMetricsOfTheGateway(String name, String metric, String period) {
        JsonObject alarm = ALARMS.get(name);
        assertThat(alarm.text("Namespace")).contains(OURS);
        assertThat(alarm.text("MetricName")).contains(metric);
        assertThat(alarm.text("Period")).contains(period);
        assertThat(alarm.items("Dimensions"))
                .containsExactly(dimension("gateway", "AWS::StackName"));
        ringsAtTheFirst(alarm);
    }

    @ParameterizedTest
    @CsvSource({"GatewayErrorsAlarm, Errors", "GatewayThrottlesAlarm, Throttles"})
    void watchesTheFunctionOfTheGateway(String name, String metric) {
        JsonObject alarm = ALARMS.get(name);
        assertThat(alarm.text("Namespace")).contains("AWS/Lambda");
        assertThat(alarm.text("MetricName")).contains(metric);
        assertThat(alarm.items("Dimensions"))
                .containsExactly(dimension("FunctionName", "GatewayFunction"));
        ringsAtTheFirst(alarm);
    }

    @Test
    void goAllWhereTheParameterSays() {
        assertThat(ALARMS)
                .allSatisfy((_, alarm) ->
                        assertThat(alarm.get("AlarmActions").orElseThrow().toText())
                                .isEqualTo(
                                        "{\"Fn::If\":[\"HasAlarmTopic\","
                                                + "[{\"Ref\":\"AlarmTopicArn\"}],"
                                                + "{\"Ref\":\"AWS::NoValue\"}]}"));
    }

    @Test
    void watchWhatTheCodeCounts() {
        Set<String> watched =
                ALARMS.values().stream()
                        .filter(alarm -> alarm.text("Namespace").orElseThrow().equals(OURS))
                        .map(alarm -> alarm.text("MetricName").orElseThrow())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> counted = counted();
        assertThat(counted).containsAll(WITHOUT_ALARM).contains("UnrecordedEvents", "LateEvents");
        counted.removeAll(WITHOUT_ALARM);
        watched.remove("OldestOpenIntent"); // a time, no count
        assertThat(watched).isEqualTo(counted);
    }

    @Test
    void areExplainedInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(ALARMS.keySet())
                .allSatisfy(name -> assertThat(readme).contains("| `" + name + "` |"));
    }

    @Test
    void areCountedAndPricedInTheReadme() throws IOException {
        int alarms = ALARMS.size();
        String cost = BigDecimal.valueOf(alarms).movePointLeft(1).setScale(2).toPlainString();
        assertThat(Files.readString(Path.of("README.md")))
                .contains("There are %d, ".formatted(alarms))
                .contains("costs 0.10 USD a month (list price in us-east-1), all together " + cost);
    }

    private static void ringsAtTheFirst(JsonObject alarm) {
        assertThat(alarm.text("Statistic")).contains("Sum");
        assertThat(alarm.text("Threshold")).contains("1");
        assertThat(alarm.text("EvaluationPeriods")).contains("1");
        assertThat(alarm.text("ComparisonOperator")).contains("GreaterThanOrEqualToThreshold");
        assertThat(alarm.text("TreatMissingData")).contains("notBreaching");
        assertThat(alarm.text("AlarmDescription").orElseThrow()).isNotBlank();
    }

    private static JsonObject dimension(String name, String reference) {
        return JsonObject.of("Name", Json.of(name))
                .with("Value", JsonObject.of("Ref", Json.of(reference)));
    }

    private static Set<String> counted() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/hyperpodgateway/lambda"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> COUNTED.matcher(text(file)).results())
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
