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
    public Stream<Finding> check(ClusterRequest request) {
        return request.groups().stream()
                .flatMap(group ->
                        Stream.concat(
                                surplus(group, EbsVolume::isRoot, "root"),
                                surplus(group, EbsVolume::isSecondary, "secondary")));
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
