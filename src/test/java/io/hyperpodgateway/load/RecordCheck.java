package io.hyperpodgateway.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compares the record with the answers: every required request is recorded, once, under its id and
/// with its status, and nothing else is. What could not be recorded in time must be in the
/// gateway's log, and its intent open.
final class RecordCheck {

    private final WrittenRecord record;
    private final GatewayLog log;

    RecordCheck(WrittenRecord record, GatewayLog log) {
        this.record = record;
        this.log = log;
    }

    /// What the record lacks or has too much of, one sentence each.
    ///
    /// @param outcomes all exchanges since the tables were empty, each caller's in order
    List<String> mistakes(List<LoadExchange> outcomes) {
        var mistakes = new ArrayList<String>();
        Set<String> answered = new HashSet<>();
        for (LoadExchange loadExchange : outcomes) {
            String id = loadExchange.wireAnswer().requestId();
            List<RecordedEvent> expected = loadExchange.expected();
            if (loadExchange.isReplay() && !answered.contains(id))
                mistakes.add("%s is replayed, but was never answered".formatted(id));
            if (expected.isEmpty()) continue;
            if (!answered.add(id)) mistakes.add("%s is the id of two answers".formatted(id));
            RecordedState recordedState = recordedState(id);
            if (!recordedState.isWhole(expected) && !recordedState.isInLog(expected))
                mistakes.add(
                        "%s %s: %s, %s is expected"
                                .formatted(loadExchange.kind(), id, recordedState, expected));
        }
        Set<String> strangers = new HashSet<>(record.events().keySet());
        strangers.addAll(record.open());
        log.alone().forEach(it -> strangers.add(it.requestId()));
        strangers.removeAll(answered);
        strangers.forEach(
                id -> mistakes.add("%s is nobody's: %s".formatted(id, recordedState(id))));
        return mistakes;
    }

    /// The number of requests that are incomplete in the record.
    long inLog(List<LoadExchange> outcomes) {
        return outcomes.stream()
                .filter(loadExchange -> !loadExchange.expected().isEmpty())
                .filter(it -> !recordedState(it.wireAnswer().requestId()).isWhole(it.expected()))
                .count();
    }

    private RecordedState recordedState(String requestId) {
        return new RecordedState(
                record.events().getOrDefault(requestId, List.of()),
                record.open().contains(requestId),
                log.alone().stream()
                        .filter(it -> it.requestId().equals(requestId))
                        .map(GatewayLog.Alone::event)
                        .toList());
    }
}
