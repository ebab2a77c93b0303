package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a rule requires of every request of the callers it binds.
public interface Check {

    /// A finding at every place that violates it; none if the request complies.
    Stream<Finding> check(ClusterRequest request, FindingFactory findings);

    /// The check as a document writes it: an object of the one member that names it.
    JsonObject toJson();

    /// What it requires, in a sentence without full stop.
    String description();

    /// This check with the placeholders of its globs filled in.
    default Check filled(UnaryOperator<String> placeholders) {
        return this;
    }

    /// What it lists as allowed. All else of that sort is denied by default.
    default AllowLists allowLists() {
        return AllowLists.NONE;
    }

    /// Its limits by name: numbers, amounts of money as decimal strings, or objects of such.
    default JsonObject limits() {
        return JsonObject.EMPTY;
    }

    /// Whether it allows automatic scaling, if that is for it to say.
    default Optional<Boolean> allowsAutoScaling() {
        return Optional.empty();
    }
}
