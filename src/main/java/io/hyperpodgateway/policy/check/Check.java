package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.JsonObject;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a rule demands of every request of the callers it binds.
public interface Check {

    /// Every place at which the request is not as demanded; none if it holds.
    Stream<Violation> check(Asked asked);

    /// The check as a document writes it: an object of the one member that names it.
    JsonObject toJson();

    /// What it demands, in a sentence without full stop: what binds a caller, told to them.
    String words();

    /// This check with the placeholders of its globs filled in.
    default Check filled(UnaryOperator<String> placeholders) {
        return this;
    }
}
