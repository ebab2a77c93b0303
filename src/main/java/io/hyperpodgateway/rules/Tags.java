package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// AWS takes 50 tags with keys of their own, none of which begins with its own prefix. One of the
/// 50 is the gateway's.
final class Tags implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "tags",
                            "tag keys are unique, none begins with `aws:` in any letter case, and there are at most 49, since the gateway adds one")
                    .documented("APIReference/API_Tag");
    private static final String PREFIX = "aws:";
    private static final int MOST = 49;

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return Stream.of(tooMany(request), ofAws(request), repeated(request))
                .flatMap(found -> found);
    }

    private static Stream<Finding> tooMany(ClusterRequest request) {
        int count = request.document().items("Tags").size();
        if (count <= MOST) return Stream.empty();
        return Stream.of(
                ID.at(
                        JsonPointer.of("Tags"),
                        "/Tags has %d items, at most %d are allowed: the gateway adds one"
                                .formatted(count, MOST)));
    }

    private static Stream<Finding> ofAws(ClusterRequest request) {
        return TagKey.of(request)
                .filter(key -> key.startsWith(PREFIX))
                .map(key ->
                        ID.at(
                                key.pointer(),
                                "%s begins with %s, which is AWS's own; any other key is allowed"
                                        .formatted(key.pointer(), PREFIX)));
    }

    private static Stream<Finding> repeated(ClusterRequest request) {
        Set<String> seen = new HashSet<>();
        return TagKey.of(request)
                .filter(key -> !seen.add(key.key()))
                .map(key ->
                        ID.at(
                                key.pointer(),
                                "%s is the key of an earlier tag, each key is allowed once"
                                        .formatted(key.pointer())));
    }
}
