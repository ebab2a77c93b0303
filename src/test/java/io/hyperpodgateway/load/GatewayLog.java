package io.hyperpodgateway.load;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonFlaw;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The part of the record that is in the gateway's log: events that could not be recorded in time.
///
/// @param alone the events that are only in the log, or could not be confirmed in time
record GatewayLog(List<Alone> alone) {

    private static final String MESSAGE = "an event could not be recorded and is only in this log";

    GatewayLog {
        alone = List.copyOf(alone);
    }

    /// An event in the log.
    ///
    /// @param clusterName the requested name, if it is valid
    record Alone(String requestId, RecordedEvent event, Optional<String> clusterName) {}

    static GatewayLog read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return of(lines);
        }
    }

    static GatewayLog of(Stream<String> lines) {
        return new GatewayLog(
                lines.map(JsonReader::read)
                        .flatMap(GatewayLog::object)
                        .filter(line -> line.text("message").equals(Optional.of(MESSAGE)))
                        .map(line -> line.object("event").map(GatewayLog::alone).orElseThrow())
                        .toList());
    }

    /// Whether a cluster was created and the record does not say by which request: nobody can read
    /// it until the intent is settled.
    boolean isUnsettled(String clusterName) {
        return alone.stream()
                .filter(it -> it.event().equals(new RecordedEvent("COMPLETED", 201)))
                .anyMatch(it -> it.clusterName().equals(Optional.of(clusterName)));
    }

    private static Stream<JsonObject> object(Reading<Json, JsonFlaw> reading) {
        return reading instanceof Reading.Read(JsonObject object)
                ? Stream.of(object)
                : Stream.empty();
    }

    private static Alone alone(JsonObject event) {
        return new Alone(
                event.text("requestId").orElseThrow(),
                new RecordedEvent(
                        event.text("type").orElseThrow(),
                        event.integer("httpStatus").orElse(0L).intValue()),
                event.text("clusterName"));
    }
}
