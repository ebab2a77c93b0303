package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Reference;
import io.hyperpodgateway.text.Excerpt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Denies what no `deny` rule that binds the caller lists or limits: references, instance types and
/// numbers of instances. A caller whom no rule binds may have nothing.
///
/// @param allowed what those rules list
public record DefaultDeny(AllowLists allowed) {

    private static final FindingFactory REFERENCE = deny("unlisted-reference");
    private static final FindingFactory INSTANCE_TYPE = deny("unlisted-instance-type");
    private static final FindingFactory INSTANCES = deny("unlimited-instances");

    /// The rules of its findings.
    public static final List<String> RULES =
            Stream.of(REFERENCE, INSTANCE_TYPE, INSTANCES).map(FindingFactory::rule).toList();

    public DefaultDeny {
        Objects.requireNonNull(allowed);
    }

    private static FindingFactory deny(String rule) {
        return new FindingFactory(rule, Level.ERROR, Optional.empty(), Optional.empty());
    }

    /// A finding on each reference that is not listed, as far as they are [Findings#ENOUGH], on the
    /// first instance type and on the first number of instances.
    public List<Finding> check(ClusterRequest request) {
        var found = new ArrayList<>(references(request));
        if (allowed.instanceTypes().isEmpty()) first(request, types(request)).ifPresent(found::add);
        if (!allowed.limitsInstances())
            first(request, counts(request)).or(() -> scaling(request)).ifPresent(found::add);
        return found;
    }

    private static Optional<Finding> first(ClusterRequest request, Stream<Finding> findings) {
        return Findings.inOrderOf(request.document(), findings.toList()).stream().findFirst();
    }

    private List<Finding> references(ClusterRequest request) {
        return request.references().stream()
                .filter(reference ->
                        reference.kind().filter(allowed.references()::containsKey).isEmpty())
                .limit(Findings.ENOUGH)
                .map(DefaultDeny::unlisted)
                .toList();
    }

    private static Finding unlisted(Reference reference) {
        String reason =
                reference
                        .kind()
                        .map(kind -> "no policy rule opens %s to you".formatted(kind.id()))
                        .orElse("policy does not know yet what this member names");
        return REFERENCE.at(
                reference.pointer(),
                "%s is not allowed: %s".formatted(Excerpt.value(reference.value()), reason));
    }

    private static Stream<Finding> types(ClusterRequest request) {
        return request.groups().stream().flatMap(DefaultDeny::types);
    }

    private static Stream<Finding> types(InstanceGroup group) {
        if (group.instanceTypes().isEmpty())
            return Stream.of(unlisted(group.at("InstanceType"), "a group without instance type"));
        return group.instanceTypes().entrySet().stream()
                .map(type -> unlisted(type.getKey(), Excerpt.value(type.getValue())));
    }

    private static Finding unlisted(JsonPointer place, String type) {
        return INSTANCE_TYPE.at(
                place,
                "%s is not allowed: no policy rule opens instance types to you".formatted(type));
    }

    private static Stream<Finding> counts(ClusterRequest request) {
        return request.groups().stream()
                .filter(group -> group.instanceCount().filter(count -> count == 0).isEmpty())
                .map(group -> unlimited(group.at("InstanceCount"), "instances are not allowed"));
    }

    private static Optional<Finding> scaling(ClusterRequest request) {
        if (!request.autoScales()) return Optional.empty();
        return Optional.of(unlimited(ClusterRequest.AUTO_SCALING_MODE, "Enable is not allowed"));
    }

    private static Finding unlimited(JsonPointer place, String what) {
        return INSTANCES.at(
                place,
                "%s: no policy rule says how many instances your cluster may have".formatted(what));
    }
}
