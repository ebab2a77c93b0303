package io.hyperpodgateway.load;

import java.util.List;
import java.util.Objects;

record LoadExchange(WireRequest wireRequest, WireAnswer wireAnswer) {

    LoadExchange {
        Objects.requireNonNull(wireRequest);
        Objects.requireNonNull(wireAnswer);
    }

    RequestKind kind() {
        return wireRequest.requestKind();
    }

    boolean isReplay() {
        return kind() == RequestKind.REPLAY && !wireAnswer.isNotInTime();
    }

    /// The same exchange, given the log: a cluster whose outcome could not be recorded cannot be
    /// read yet.
    LoadExchange inTheLightOf(GatewayLog log) {
        boolean refused = kind() == RequestKind.READ_CLUSTER && wireAnswer.status() == 404;
        return refused && log.isUnsettled(wireRequest.path().substring("/clusters/".length()))
                ? new LoadExchange(wireRequest.as(RequestKind.READ_UNSETTLED), wireAnswer)
                : this;
    }

    /// The differences between the answer and the contract.
    List<String> mistakes() {
        return wireAnswer.mistakes(wireRequest).stream()
                .map(it ->
                        "%s: %d, %s: %s"
                                .formatted(kind(), wireAnswer.status(), it, wireAnswer.body()))
                .toList();
    }

    /// The expected events in the record if nothing is late.
    List<RecordedEvent> expected() {
        if (!wireAnswer.isNotInTime()) return events(kind().recorded());
        if (!wireRequest.isPost()) return List.of();
        return switch (wireAnswer.outcome()) {
            case "sagemaker-unavailable" -> events(List.of("INTENDED", "COMPLETED"));
            // under an earlier key the answer is about the earlier request
            case "outcome-unknown" ->
                    kind().recorded().contains("INTENDED")
                            ? List.of(RecordedEvent.INTENDED)
                            : List.of();
            default -> events(List.of("REFUSED"));
        };
    }

    private List<RecordedEvent> events(List<String> types) {
        return types.stream()
                .map(type ->
                        type.equals("INTENDED")
                                ? RecordedEvent.INTENDED
                                : new RecordedEvent(type, wireAnswer.status()))
                .toList();
    }
}
