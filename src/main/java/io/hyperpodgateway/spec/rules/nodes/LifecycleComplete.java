package io.hyperpodgateway.spec.rules.nodes;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.ClusterRequest;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.InstanceGroup;
import io.hyperpodgateway.spec.rules.Rule;
import io.hyperpodgateway.spec.rules.RuleId;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lifecycle scripts are fetched from a place and one of them is started: half of that does
/// nothing.
final class LifecycleComplete implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "lifecycle-complete",
                            "`LifeCycleConfig`, where given, has `SourceS3Uri` and one of `OnCreate` and `OnInitComplete`")
                    .inferred();
    private static final String MEMBER = "LifeCycleConfig";
    private static final List<String> SOURCE = List.of("SourceS3Uri");
    private static final List<String> SCRIPTS = List.of("OnCreate", "OnInitComplete");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public boolean concerns(ClusterRequest request) {
        return request.anyGroupHas(MEMBER) && request.anyGroup(LifecycleComplete::isIncomplete);
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!concerns(request)) return Stream.empty();
        return request.instanceGroups().stream()
                .filter(LifecycleComplete::isIncomplete)
                .flatMap(group ->
                        group.document().object(MEMBER).stream()
                                .flatMap(config -> check(group.pointer().member(MEMBER), config)));
    }

    private static boolean isIncomplete(InstanceGroup group) {
        Optional<JsonObject> config = group.document().object(MEMBER);
        return config.isPresent() && (lacks(config.get(), SOURCE) || lacks(config.get(), SCRIPTS));
    }

    private static boolean lacks(JsonObject config, List<String> members) {
        for (String member : members) {
            if (config.members().containsKey(member)) return false;
        }
        return true;
    }

    private static Stream<Finding> check(JsonPointer place, JsonObject config) {
        return Stream.of(missing(config, place, SOURCE), missing(config, place, SCRIPTS))
                .flatMap(Optional::stream);
    }

    /// That the first of the members is missing, where all of them are.
    private static Optional<Finding> missing(
            JsonObject config, JsonPointer place, List<String> members) {
        if (!lacks(config, members)) return Optional.empty();
        JsonPointer at = place.member(members.getFirst());
        return Optional.of(
                ID.at(at, "%s is missing, wanted: %s".formatted(at, String.join(" or ", members))));
    }
}
