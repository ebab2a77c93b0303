package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What comes with continuous provisioning alone, and what that mode itself demands: whoever has to
/// set it sees at once all that follows, and sees it once.
public final class ContinuousProvisioning {

    private static final JsonPointer MODE = JsonPointer.of("NodeProvisioningMode");
    private static final JsonPointer SCALING = JsonPointer.of("AutoScaling");
    private static final String ITEMS = "*";

    /// The members that need the mode, in the order of the rules that report them.
    private static final List<List<String>> MEMBERS =
            List.of(
                    List.of("InstanceGroups", ITEMS, "MinInstanceCount"),
                    List.of("InstanceGroups", ITEMS, "InstanceRequirements"),
                    List.of("InstanceGroups", ITEMS, "CapacityRequirements", "Spot"),
                    SCALING.tokens(),
                    List.of("Orchestrator", "Slurm", "AccountingDatabase"),
                    List.of(
                            "InstanceGroups",
                            ITEMS,
                            "InstanceStorageConfigs",
                            ITEMS,
                            "EbsVolumeConfig",
                            "VolumeKmsKeyId"));

    private ContinuousProvisioning() {}

    /// The finding that the cluster is not Continuous. What else the mode demands is said for the
    /// first member that needs it.
    ///
    /// @param place the member that needs the mode
    public static Finding neededBy(RuleId rule, JsonPointer place, ClusterRequest request) {
        boolean first = members(request).findFirst().filter(place::equals).isPresent();
        return rule.at(
                MODE,
                "%s is not Continuous, %s needs that%s"
                        .formatted(MODE, place, first ? demands(request) : ""));
    }

    /// What follows from adding something that needs the mode, as the end of a sentence; empty if
    /// the cluster is Continuous already, or another finding says so.
    ///
    /// @param what what is added, as in `a key`
    public static String afterAdding(String what, ClusterRequest request) {
        if (!request.lacksContinuous() || members(request).findAny().isPresent()) return "";
        return "; %s needs NodeProvisioningMode Continuous%s".formatted(what, demands(request));
    }

    /// What the mode demands of a Slurm cluster that it does not have yet.
    private static String demands(ClusterRequest request) {
        if (!request.lacksEks()) return "";
        var demands = new ArrayList<String>();
        long lacking =
                request.instanceGroups().stream()
                        .filter(group -> !group.has("SlurmConfig"))
                        .count();
        if (lacking > 0)
            demands.add(
                    "SlurmConfig in every group (%d without), one Controller, PartitionNames for Compute"
                            .formatted(lacking));
        if (hasStrategy(request)) demands.add("no SlurmConfigStrategy");
        return demands.isEmpty() ? "" : "; on Slurm that needs " + String.join(", ", demands);
    }

    private static boolean hasStrategy(ClusterRequest request) {
        return request.orchestrator()
                .flatMap(orchestrator -> orchestrator.object("Slurm"))
                .flatMap(slurm -> slurm.get("SlurmConfigStrategy"))
                .isPresent();
    }

    private static Stream<JsonPointer> members(ClusterRequest request) {
        return MEMBERS.stream()
                .filter(path -> !path.equals(SCALING.tokens()) || request.autoScales())
                .flatMap(path -> places(JsonPointer.ROOT, request.document(), path));
    }

    /// The places in the value to which the path leads.
    private static Stream<JsonPointer> places(JsonPointer at, Json value, List<String> path) {
        if (path.isEmpty()) return isEmptyText(value) ? Stream.empty() : Stream.of(at);
        if (!(value instanceof JsonObject object)) return Stream.empty();
        String member = path.getFirst();
        List<String> below = path.subList(1, path.size());
        if (below.isEmpty() || !below.getFirst().equals(ITEMS)) {
            Optional<Json> next = object.get(member);
            return next.stream().flatMap(found -> places(at.member(member), found, below));
        }
        List<Json> items = ClusterRequest.itemsOf(object, member);
        List<String> inside = below.subList(1, below.size());
        return IntStream.range(0, items.size())
                .boxed()
                .flatMap(i -> places(at.member(member).item(i), items.get(i), inside));
    }

    private static boolean isEmptyText(Json value) {
        return value.text().filter(String::isEmpty).isPresent();
    }
}
