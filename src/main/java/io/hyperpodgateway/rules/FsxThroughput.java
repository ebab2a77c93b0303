package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.Set;
import java.util.stream.Stream;

/// HyperPod makes the file systems of restricted groups itself, in the sizes that FSx for Lustre
/// sells.
final class FsxThroughput implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "fsx-throughput",
                            "the FSx file systems of restricted groups have a throughput of 125, 250, 500 or 1000 and a size of 1200 or a multiple of 2400")
                    .observed();

    private static final String CONFIG = "RestrictedInstanceGroupsConfig";
    private static final Set<Long> SOLD = Set.of(125L, 250L, 500L, 1000L);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        Stream<Finding> own =
                request.restrictedGroups().stream()
                        .flatMap(group ->
                                odd(group.document(), "EnvironmentConfig", group.pointer()));
        return Stream.concat(own, shared(request));
    }

    private static Stream<Finding> shared(ClusterRequest request) {
        return request.document().object(CONFIG).stream()
                .flatMap(config -> odd(config, "SharedEnvironmentConfig", JsonPointer.of(CONFIG)));
    }

    /// What is odd about the file system of an environment, the member of that name.
    private static Stream<Finding> odd(JsonObject parent, String environment, JsonPointer at) {
        JsonPointer place = at.member(environment).member("FSxLustreConfig");
        return parent
                .object(environment)
                .flatMap(config -> config.object("FSxLustreConfig"))
                .stream()
                .flatMap(system -> Stream.concat(throughput(system, place), size(system, place)));
    }

    private static Stream<Finding> throughput(JsonObject system, JsonPointer place) {
        JsonPointer at = place.member("PerUnitStorageThroughput");
        return system
                .integer("PerUnitStorageThroughput")
                .filter(told -> !SOLD.contains(told))
                .stream()
                .map(told ->
                        ID.at(
                                at,
                                "%s is %d, 125, 250, 500 and 1000 are allowed"
                                        .formatted(at, told)));
    }

    private static Stream<Finding> size(JsonObject system, JsonPointer place) {
        JsonPointer at = place.member("SizeInGiB");
        return system.integer("SizeInGiB").filter(told -> told != 1200 && told % 2400 != 0).stream()
                .map(told ->
                        ID.at(
                                at,
                                "%s is %d, 1200 and multiples of 2400 are allowed"
                                        .formatted(at, told)));
    }
}
