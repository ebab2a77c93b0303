package io.hyperpodgateway.spec.rules.cluster;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.ClusterRequest;
import io.hyperpodgateway.spec.InstanceGroup;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A kind of choice that stays as it is after creation, at the first place where a request makes
/// it.
///
/// @param name the member, as in `SlurmConfig.NodeType`
/// @param pointer its place
record LastingChoice(String name, JsonPointer pointer) {

    private static final List<List<String>> OF_CLUSTER =
            List.of(List.of("VpcConfig"), List.of("Orchestrator", "Eks", "ClusterArn"));
    private static final List<List<String>> OF_GROUP =
            List.of(
                    List.of("OverrideVpcConfig"),
                    List.of("CapacityRequirements"),
                    List.of("SlurmConfig", "NodeType"));
    private static final String VOLUMES = "InstanceStorageConfigs";
    private static final String KEY = "VolumeKmsKeyId";

    /// Those that the request makes, each kind once.
    static List<LastingChoice> of(ClusterRequest request) {
        Stream<LastingChoice> ofCluster =
                OF_CLUSTER.stream()
                        .flatMap(path -> choice(JsonPointer.ROOT, request.document(), path));
        Stream<LastingChoice> ofGroups =
                OF_GROUP.stream()
                        .filter(path -> request.anyGroupHas(path.getFirst()))
                        .flatMap(path -> first(request, group -> choice(group, path)));
        return Stream.of(ofCluster, ofGroups, keys(request)).flatMap(choices -> choices).toList();
    }

    private static Stream<LastingChoice> keys(ClusterRequest request) {
        return request.anyGroupHas(VOLUMES)
                ? first(request, LastingChoice::kmsKeys)
                : Stream.empty();
    }

    private static Stream<LastingChoice> first(ClusterRequest request, Search search) {
        return request.groups().stream().flatMap(search::in).limit(1);
    }

    private static Stream<LastingChoice> choice(InstanceGroup group, List<String> path) {
        return choice(group.pointer(), group.document(), path);
    }

    private static Stream<LastingChoice> choice(
            JsonPointer place, JsonObject object, List<String> path) {
        JsonPointer at = place;
        Optional<Json> value = Optional.of(object);
        for (String member : path) {
            at = at.member(member);
            value = value.flatMap(parent -> member(parent, member));
        }
        JsonPointer found = at;
        return value.stream().map(_ -> new LastingChoice(String.join(".", path), found));
    }

    private static Optional<Json> member(Json parent, String name) {
        return parent instanceof JsonObject object ? object.get(name) : Optional.empty();
    }

    private static Stream<LastingChoice> kmsKeys(InstanceGroup group) {
        List<Json> volumes = group.document().items(VOLUMES);
        JsonPointer place = group.pointer().member(VOLUMES);
        return IntStream.range(0, volumes.size())
                .boxed()
                .filter(i -> volumes.get(i) instanceof JsonObject)
                .flatMap(i ->
                        choice(
                                place.item(i),
                                (JsonObject) volumes.get(i),
                                List.of("EbsVolumeConfig", KEY)))
                .map(choice -> new LastingChoice(KEY, choice.pointer()));
    }

    /// Looks for a choice in one group.
    private interface Search {
        Stream<LastingChoice> in(InstanceGroup group);
    }
}
