package io.hyperpodgateway.load;

import java.util.List;
import java.util.Objects;

/// A call and its answer.
record Outcome(Call call, Answer answer) {

    Outcome {
        Objects.requireNonNull(call);
        Objects.requireNonNull(answer);
    }

    Kind kind() {
        return call.kind();
    }

    boolean isReplay() {
        return kind() == Kind.REPLAY && !answer.isNotInTime();
    }

    /// The same, as what the log proves it to be: a cluster whose outcome the record did not take
    /// may not be read yet.
    Outcome inTheLightOf(GatewayLog log) {
        boolean refused = kind() == Kind.READ_CLUSTER && answer.status() == 404;
        return refused && log.isUnsettled(call.path().substring("/clusters/".length()))
                ? new Outcome(call.as(Kind.READ_UNSETTLED), answer)
                : this;
    }

    /// Everything in which the answer is not what the contract has for the call.
    List<String> mistakes() {
        return answer.mistakes(call).stream()
                .map(it -> "%s: %d, %s: %s".formatted(kind(), answer.status(), it, answer.body()))
                .toList();
    }

    /// The events that an answer like this has in the record if nothing is late there.
    List<RecordedEvent> expected() {
        if (!answer.isNotInTime()) return events(kind().recorded());
        if (!call.isPost()) return List.of();
        return switch (answer.outcome()) {
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
                                : new RecordedEvent(type, answer.status()))
                .toList();
    }
}
