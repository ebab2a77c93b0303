package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A kind of choice that stays as it is after creation, at the first place where a request makes
/// it.
///
/// @param name the member, as in `SlurmConfig.NodeType`
/// @param pointer its place
record ImmutableMember(String name, JsonPointer pointer) {

    private static final List<List<String>> OF_CLUSTER =
            List.of(List.of("VpcConfig"), List.of("Orchestrator", "Eks", "ClusterArn"));
    private static final List<List<String>> OF_GROUP =
            List.of(
                    List.of("OverrideVpcConfig"),
                    List.of("CapacityRequirements"),
                    List.of("SlurmConfig", "NodeType"));
    private static final List<String> ACCOUNTING =
            List.of("Orchestrator", "Slurm", "AccountingDatabase");
    private static final String VOLUMES = "InstanceStorageConfigs";
    private static final String KEY = "VolumeKmsKeyId";
    private static final List<String> KEY_OF_VOLUME = List.of("EbsVolumeConfig", KEY);

    /// Those that the request makes, each kind once.
    static List<ImmutableMember> of(ClusterRequest request) {
        var choices = new ArrayList<ImmutableMember>();
        for (List<String> path : OF_CLUSTER) {
            choice(JsonPointer.ROOT, request.document(), path).ifPresent(choices::add);
        }
        for (List<String> path : OF_GROUP) {
            first(request, group -> choice(group, path)).ifPresent(choices::add);
        }
        first(request, ImmutableMember::kmsKey).ifPresent(choices::add);
        choice(JsonPointer.ROOT, request.document(), ACCOUNTING).ifPresent(choices::add);
        return choices;
    }

    private static Optional<ImmutableMember> first(ClusterRequest request, Search search) {
        for (InstanceGroup group : request.groups()) {
            Optional<ImmutableMember> found = search.in(group);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<ImmutableMember> choice(InstanceGroup group, List<String> path) {
        return choice(group.pointer(), group.document(), path);
    }

    private static Optional<ImmutableMember> choice(
            JsonPointer place, JsonObject object, List<String> path) {
        if (!stands(path, object)) return Optional.empty();
        JsonPointer at = place;
        for (String member : path) at = at.member(member);
        return Optional.of(new ImmutableMember(String.join(".", path), at));
    }

    private static boolean stands(List<String> path, JsonObject object) {
        Json value = object;
        for (String member : path) {
            Optional<Json> below =
                    value instanceof JsonObject parent ? parent.get(member) : Optional.empty();
            if (below.isEmpty()) return false;
            value = below.get();
        }
        return true;
    }

    private static Optional<ImmutableMember> kmsKey(InstanceGroup group) {
        List<Json> volumes = group.document().items(VOLUMES);
        JsonPointer place = group.pointer().member(VOLUMES);
        for (int i = 0; i < volumes.size(); i++) {
            if (!(volumes.get(i) instanceof JsonObject volume)) continue;
            Optional<ImmutableMember> key = choice(place.item(i), volume, KEY_OF_VOLUME);
            if (key.isPresent()) return key.map(found -> new ImmutableMember(KEY, found.pointer()));
        }
        return Optional.empty();
    }

    private interface Search {
        Optional<ImmutableMember> in(InstanceGroup group);
    }
}
