package io.hyperpodgateway.lambda.log;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The metrics of one log line, in CloudWatch's embedded metric format.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">the
///   format</a>
public final class Metrics {

    private static final String NAMESPACE = "HyperPodGateway";

    private final List<Json> directives = new ArrayList<>();
    private JsonObject values = JsonObject.EMPTY;

    /// One metric.
    ///
    /// @param unit CloudWatch's unit: Count, Milliseconds, Seconds
    public record Metric(String name, String unit, long value) {

        public static Metric count(String name, long value) {
            return new Metric(name, "Count", value);
        }

        public static Metric millis(String name, long value) {
            return new Metric(name, "Milliseconds", value);
        }

        public static Metric seconds(String name, long value) {
            return new Metric(name, "Seconds", value);
        }
    }

    /// Adds metrics with these dimensions, which are members of the line.
    public Metrics add(List<String> dimensions, List<Metric> metrics) {
        var named = new ArrayList<Json>();
        for (Metric metric : metrics) {
            named.add(
                    JsonObject.of("Name", Json.of(metric.name()))
                            .with("Unit", Json.of(metric.unit())));
            values = values.with(metric.name(), Json.of(metric.value()));
        }
        directives.add(
                JsonObject.of("Namespace", Json.of(NAMESPACE))
                        .with("Dimensions", new JsonArray(List.of(JsonArray.ofTexts(dimensions))))
                        .with("Metrics", new JsonArray(named)));
        return this;
    }

    /// The line with its metrics.
    public JsonObject in(JsonObject line, Instant at) {
        return line.with(
                        "_aws",
                        JsonObject.of("Timestamp", Json.of(at.toEpochMilli()))
                                .with("CloudWatchMetrics", new JsonArray(directives)))
                .withAll(values);
    }
}
