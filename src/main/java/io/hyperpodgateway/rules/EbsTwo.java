package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.function.Predicate;
import java.util.stream.Stream;

/// An instance has one root volume and one more that is mounted at `/opt/sagemaker`.
final class EbsTwo implements Rule {

    private static final RuleId ID =
            RuleId.error("ebs-two", "a group has at most one root and one secondary EBS volume")
                    .documented("APIReference/API_ClusterEbsVolumeConfig");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public boolean concerns(ClusterRequest request) {
        return request.anyGroupHas(StorageConfig.MEMBER) && request.anyGroup(EbsTwo::hasSome);
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!concerns(request)) return Stream.empty();
        return request.groups().stream()
                .filter(EbsTwo::hasSome)
                .flatMap(group ->
                        Stream.concat(
                                surplus(group, EbsVolume::isRoot, "root"),
                                surplus(group, EbsVolume::isSecondary, "secondary")));
    }

    private static boolean hasSome(InstanceGroup group) {
        return group.document().items(StorageConfig.MEMBER).size() > 1;
    }

    private static Stream<Finding> surplus(
            InstanceGroup group, Predicate<EbsVolume> kind, String name) {
        return EbsVolume.of(group).stream()
                .filter(kind)
                .skip(1)
                .map(EbsVolume::pointer)
                .map(at ->
                        ID.at(
                                at,
                                "%s is one more %s volume of the group, at most one is allowed"
                                        .formatted(at, name)));
    }
}
