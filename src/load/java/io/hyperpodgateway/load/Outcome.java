package io.hyperpodgateway.load;

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
}
