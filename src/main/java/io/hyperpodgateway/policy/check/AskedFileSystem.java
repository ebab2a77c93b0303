package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One FSx for Lustre file system that SageMaker makes with the cluster: of a group's
/// `EnvironmentConfig`, or the shared one of `RestrictedInstanceGroupsConfig`. File systems that
/// are merely mounted are none.
///
/// @param pointer the place of its `FSxLustreConfig`
/// @param size its size in GiB, if that can be read as an integer from 0
public record AskedFileSystem(JsonPointer pointer, Optional<Long> size) {

    private static final String CONFIG = "FSxLustreConfig";
    private static final String ENVIRONMENT = "EnvironmentConfig";
    private static final String SHARED = "RestrictedInstanceGroupsConfig";
    private static final String SHARED_ENVIRONMENT = "SharedEnvironmentConfig";

    public AskedFileSystem {
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(size);
    }

    static List<AskedFileSystem> of(ClusterRequest request) {
        var made = new ArrayList<AskedFileSystem>();
        for (InstanceGroup group : request.groups()) {
            made(group.document().object(ENVIRONMENT), group.pointer().member(ENVIRONMENT))
                    .ifPresent(made::add);
        }
        made(
                        request.document()
                                .object(SHARED)
                                .flatMap(config -> config.object(SHARED_ENVIRONMENT)),
                        JsonPointer.of(SHARED, SHARED_ENVIRONMENT))
                .ifPresent(made::add);
        return List.copyOf(made);
    }

    /// The place of one of its members, or where it would be.
    public JsonPointer at(String member) {
        return pointer.member(member);
    }

    private static Optional<AskedFileSystem> made(
            Optional<JsonObject> environment, JsonPointer place) {
        return environment
                .flatMap(config -> config.get(CONFIG))
                .filter(config -> !(config instanceof JsonNull))
                .map(config -> new AskedFileSystem(place.member(CONFIG), size(config)));
    }

    private static Optional<Long> size(Json config) {
        if (!(config instanceof JsonObject object)) return Optional.empty();
        return object.integer("SizeInGiB").filter(size -> size >= 0);
    }
}
