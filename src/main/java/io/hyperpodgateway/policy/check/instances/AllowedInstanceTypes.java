package io.hyperpodgateway.policy.check.instances;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.spec.Wording;

import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Every instance type that a group may come to have is one of the allowed ones.
public record AllowedInstanceTypes(Globs allowed) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "allowedInstanceTypes";

    public AllowedInstanceTypes {
        Objects.requireNonNull(allowed);
    }

    @Override
    public Stream<Violation> check(Asked asked) {
        return asked.groups().stream()
                .flatMap(group -> group.types().entrySet().stream())
                .filter(type -> !allowed.match(type.getValue()))
                .map(type -> new Violation(type.getKey(), refusal(type.getValue())));
    }

    @Override
    public Check filled(UnaryOperator<String> placeholders) {
        return new AllowedInstanceTypes(allowed.filled(placeholders));
    }

    @Override
    public String words() {
        return "every instance type is one of: " + allowed;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, allowed.toJson());
    }

    private String refusal(String type) {
        return "%s is not allowed; allowed for you: %s".formatted(Wording.value(type), allowed);
    }
}
