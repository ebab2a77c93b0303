package io.hyperpodgateway.policy.check.instances;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedGroup;
import io.hyperpodgateway.policy.check.BindingLists;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.text.Excerpt;

import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Every instance type that a group may come to have is one of the allowed ones. A group that tells
/// no type may come to have any, so it stays within no list but one of everything.
///
/// What a refusal calls allowed is what this list and those that bind the caller have in common.
public record AllowedInstanceTypes(Globs allowed) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "allowedInstanceTypes";

    public AllowedInstanceTypes {
        Objects.requireNonNull(allowed);
    }

    @Override
    public Stream<Violation> check(Asked asked) {
        if (holds(asked)) return Stream.empty();
        String instead = asked.lists().types(allowed);
        return asked.groups().stream().flatMap(group -> violations(group, asked.lists(), instead));
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

    private Stream<Violation> violations(AskedGroup group, BindingLists lists, String instead) {
        if (group.types().isEmpty() && !allowsEverything())
            return Stream.of(
                    refusal(group.at("InstanceType"), "a group without instance type", instead));
        return group.types().entrySet().stream()
                .filter(type -> !allowed.match(type.getValue()))
                .map(type -> refusal(type.getKey(), told(type.getValue(), lists), instead));
    }

    /// The type, and the allowed one that it is in another letter case.
    private String told(String type, BindingLists lists) {
        String lower = type.toLowerCase(Locale.ROOT);
        boolean meant = !lower.equals(type) && allowed.match(lower) && lists.allow(lower);
        return meant
                ? "%s (did you mean %s?)".formatted(Excerpt.value(type), Excerpt.value(lower))
                : Excerpt.value(type);
    }

    /// Nothing but asterisks matches the empty text.
    private boolean allowsEverything() {
        return allowed.match("");
    }

    private static Violation refusal(JsonPointer pointer, String asking, String instead) {
        return new Violation(
                pointer, "%s is not allowed; allowed for you: %s".formatted(asking, instead));
    }
}
