package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// The gateway's own tag settles which request made a cluster, so nobody else may set one like it.
final class ReservedTag implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "reserved-tag",
                            "no tag key begins with `hyperpod-gateway:`, in any letter case")
                    .own();
    private static final String PREFIX = "hyperpod-gateway:";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return TagKey.of(request).filter(key -> key.startsWith(PREFIX)).map(ReservedTag::reserved);
    }

    private static Finding reserved(TagKey key) {
        JsonPointer at = key.pointer();
        return ID.at(
                at,
                "%s begins with %s, which is the gateway's own; any other key is allowed"
                        .formatted(at, PREFIX));
    }
}
