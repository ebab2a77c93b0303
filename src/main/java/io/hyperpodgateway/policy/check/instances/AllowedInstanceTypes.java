package io.hyperpodgateway.policy.check.instances;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedGroup;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Told;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.policy.match.Globs;

import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Every instance type that a group may come to have is one of the allowed ones. A group that tells
/// no type may come to have any, so it stays within no list but one of everything.
///
/// What a refusal calls allowed is this rule's list: another that binds the caller tells its own.
public record AllowedInstanceTypes(Globs allowed) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "allowedInstanceTypes";

    public AllowedInstanceTypes {
        Objects.requireNonNull(allowed);
    }

    @Override
    public Stream<Violation> check(Asked asked) {
        if (holds(asked)) return Stream.empty();
        return asked.groups().stream().flatMap(this::violations);
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

    /// Most groups are alike, so it is the types that are looked at, each once.
    private boolean holds(Asked asked) {
        for (String type : asked.types()) {
            if (!allowed.match(type)) return false;
        }
        return !asked.isUntyped() || allowsEverything();
    }

    private Stream<Violation> violations(AskedGroup group) {
        if (group.types().isEmpty() && !allowsEverything())
            return Stream.of(refusal(group.at("InstanceType"), "a group without instance type"));
        return group.types().entrySet().stream()
                .filter(type -> !allowed.match(type.getValue()))
                .map(type -> refusal(type.getKey(), Told.value(type.getValue())));
    }

    /// Nothing but asterisks matches the empty text.
    private boolean allowsEverything() {
        return allowed.match("");
    }

    private Violation refusal(JsonPointer pointer, String asking) {
        return new Violation(
                pointer,
                "%s is not allowed; allowed for you: %s"
                        .formatted(asking, Told.list(allowed.globs())));
    }
}
