package io.hyperpodgateway.policy.opening;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedGroup;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.instances.AllowedInstanceTypes;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.text.Excerpt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which instance types are open to a caller: those on the lists of the `deny` rules that bind
/// them. Where there is no such list, all are closed.
///
/// @param lists one of each rule; a type has to be on all of them
public record OpenInstanceTypes(List<Globs> lists) {

    /// The rule of the finding on a type that nobody opened.
    static final String UNLISTED = "unlisted-instance-type";

    public OpenInstanceTypes {
        lists = List.copyOf(lists);
    }

    static OpenInstanceTypes by(List<Check> denying) {
        var lists = new ArrayList<Globs>();
        for (Check check : denying) {
            if (check instanceof AllowedInstanceTypes(var allowed)) lists.add(allowed);
        }
        return new OpenInstanceTypes(lists);
    }

    /// Whether any list says what is allowed, if only that nothing is.
    public boolean isOpen() {
        return !lists.isEmpty();
    }

    /// A finding at the first type if types are closed; a group without a type that can be read may
    /// come to have any.
    Optional<Finding> judge(Asked asked) {
        if (isOpen()) return Optional.empty();
        List<Finding> each = asked.groups().stream().flatMap(OpenInstanceTypes::unlisted).toList();
        return Findings.inOrderOf(asked.request().document(), each).stream().findFirst();
    }

    /// Whether types are open, and the lists that a type has to be on.
    public JsonObject toJson() {
        return JsonObject.of("open", Json.of(isOpen()))
                .with("allowed", new JsonArray(lists.stream().<Json>map(Globs::toJson).toList()));
    }

    private static Stream<Finding> unlisted(AskedGroup group) {
        if (group.types().isEmpty())
            return Stream.of(unlisted(group.at("InstanceType"), "a group without instance type"));
        return group.types().entrySet().stream()
                .map(type -> unlisted(type.getKey(), Excerpt.value(type.getValue())));
    }

    private static Finding unlisted(JsonPointer place, String what) {
        return Finding.of(
                Source.POLICY,
                UNLISTED,
                Level.ERROR,
                place,
                "%s is not allowed: no policy rule opens instance types to you".formatted(what));
    }
}
