package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.text.Excerpt;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Every instance type that a group may come to have is one of the allowed ones. A group without
/// type may come to have any, so only a list of everything allows it.
public record AllowedInstanceTypes(Globs allowed) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "allowedInstanceTypes";

    public AllowedInstanceTypes {
        Objects.requireNonNull(allowed);
    }

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        return request.groups().stream().flatMap(group -> check(group, findings));
    }

    @Override
    public Check filled(UnaryOperator<String> placeholders) {
        return new AllowedInstanceTypes(allowed.filled(placeholders));
    }

    @Override
    public AllowLists allowLists() {
        return new AllowLists(List.of(allowed), Map.of(), false);
    }

    @Override
    public String description() {
        return "every instance type is one of: " + allowed;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, allowed.toJson());
    }

    private Stream<Finding> check(InstanceGroup group, FindingFactory findings) {
        Map<JsonPointer, String> types = group.instanceTypes();
        if (types.isEmpty() && !allowsEverything())
            return Stream.of(
                    findings.at(
                            group.at("InstanceType"), refusal("a group without instance type")));
        return types.entrySet().stream()
                .filter(type -> !allowed.match(type.getValue()))
                .map(type -> findings.at(type.getKey(), refusal(excerpt(type.getValue()))));
    }

    /// Nothing but asterisks matches the empty text.
    private boolean allowsEverything() {
        return allowed.match("");
    }

    /// The type, and the allowed one that it is in another letter case.
    private String excerpt(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return !lower.equals(type) && allowed.match(lower)
                ? "%s (did you mean %s?)".formatted(Excerpt.value(type), Excerpt.value(lower))
                : Excerpt.value(type);
    }

    private String refusal(String type) {
        return "%s is not allowed; allowed: %s".formatted(type, allowed);
    }
}
