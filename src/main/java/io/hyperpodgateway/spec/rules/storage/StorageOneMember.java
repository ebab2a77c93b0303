package io.hyperpodgateway.spec.rules.storage;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.spec.ClusterRequest;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.InstanceGroup;
import io.hyperpodgateway.spec.rules.Rule;
import io.hyperpodgateway.spec.rules.RuleId;

import java.util.stream.Stream;

/// An item is a union, of which one member counts.
final class StorageOneMember implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "storage-one-member",
                            "each item of `InstanceStorageConfigs` holds exactly one member")
                    .inferred();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public boolean concerns(ClusterRequest request) {
        return request.anyGroupHas(StorageConfig.MEMBER)
                && request.anyGroup(StorageOneMember::isBrokenBy);
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!concerns(request)) return Stream.empty();
        return request.groups().stream()
                .flatMap(group -> StorageConfig.of(group).stream())
                .filter(config -> config.document().members().size() != 1)
                .map(config ->
                        ID.at(
                                config.pointer(),
                                "%s has %d members, exactly one is allowed"
                                        .formatted(
                                                config.pointer(),
                                                config.document().members().size())));
    }

    private static boolean isBrokenBy(InstanceGroup group) {
        for (Json config : ClusterRequest.itemsOf(group.document(), StorageConfig.MEMBER)) {
            if (config instanceof JsonObject(var members) && members.size() != 1) return true;
        }
        return false;
    }
}
