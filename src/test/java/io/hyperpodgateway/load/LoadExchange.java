package io.hyperpodgateway.load;

import java.util.List;
import java.util.Objects;

/// A call and its answer.
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

    /// The same, as what the log proves it to be: a cluster whose outcome the record did not take
    /// may not be read yet.
    LoadExchange inTheLightOf(GatewayLog log) {
        boolean refused = kind() == RequestKind.READ_CLUSTER && wireAnswer.status() == 404;
        return refused && log.isUnsettled(wireRequest.path().substring("/clusters/".length()))
                ? new LoadExchange(wireRequest.as(RequestKind.READ_UNSETTLED), wireAnswer)
                : this;
    }

    /// Everything in which the answer is not what the contract has for the call.
    List<String> mistakes() {
        return wireAnswer.mistakes(wireRequest).stream()
                .map(it ->
                        "%s: %d, %s: %s"
                                .formatted(kind(), wireAnswer.status(), it, wireAnswer.body()))
                .toList();
    }

    /// The events that an answer like this has in the record if nothing is late there.
    List<RecordedEvent> expected() {
        if (!wireAnswer.isNotInTime()) return events(kind().recorded());
        if (!wireRequest.isPost()) return List.of();
        return switch (wireAnswer.outcome()) {
            case "sagemaker-unavailable" -> events(List.of("INTENDED", "COMPLETED"));
            // under a key of before it is about the request of before
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
