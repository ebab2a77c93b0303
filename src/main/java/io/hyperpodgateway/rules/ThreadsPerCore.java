package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Some processors run one thread to a core, so there is no second one to ask for.
final class ThreadsPerCore implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "threads-per-core",
                            "`ThreadsPerCore` is 2 only for instance types whose cores have two threads")
                    .modelled();
    private static final String MEMBER = "ThreadsPerCore";
    private static final Long TWO = 2L;

    /// Graviton, AMD's processors from the eighth generation on, and Grace: the families of the
    /// service model of which it is certain.
    private static final Pattern ONE_THREAD =
            Pattern.compile("ml\\.([cm][678]g|[cm]8a|p6e-gb200)\\.[a-z0-9]{1,20}");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.groups().stream()
                .filter(ThreadsPerCore::isTwo)
                .flatMap(ThreadsPerCore::check);
    }

    private static boolean isTwo(InstanceGroup group) {
        return group.document().integer(MEMBER).filter(TWO::equals).isPresent();
    }

    private static Stream<Finding> check(InstanceGroup group) {
        return group.instanceTypes().values().stream()
                .filter(type -> ONE_THREAD.matcher(type).matches())
                .limit(1)
                .map(type -> finding(group.pointer().member(MEMBER), type));
    }

    private static Finding finding(JsonPointer at, String type) {
        return ID.at(at, "%s is 2, %s has 1: 1 is allowed, or no such member".formatted(at, type));
    }
}
