package io.hyperpodgateway.policy.document.check;

import io.hyperpodgateway.policy.check.instances.RequiredDeepHealthChecks;
import io.hyperpodgateway.policy.check.instances.RequiredTrainingPlan;
import io.hyperpodgateway.policy.document.Members;
import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlNode;
import io.hyperpodgateway.policy.match.Globs;

import java.util.List;
import java.util.Optional;

/// Reads what is demanded of groups of certain instance types: `requireTrainingPlan:
/// {instanceTypes: [globs]}` and `requiredDeepHealthChecks: {instanceTypes: [globs], checks:
/// [..]}`.
final class GroupDemandReader {

    private static final String TYPES = "instanceTypes";
    private static final String CHECKS = "checks";

    private final NodeReader nodes;
    private final InstanceTypeReader types;
    private final WordReader words;

    GroupDemandReader(NodeReader nodes, InstanceTypeReader types) {
        this.nodes = nodes;
        this.types = types;
        this.words = new WordReader(nodes);
    }

    Optional<RequiredTrainingPlan> trainingPlan(YamlNode demand) {
        return members(demand, RequiredTrainingPlan.NAME, List.of(TYPES))
                .flatMap(this::types)
                .map(RequiredTrainingPlan::new);
    }

    Optional<RequiredDeepHealthChecks> deepChecks(YamlNode demand) {
        Optional<Members> members =
                members(demand, RequiredDeepHealthChecks.NAME, List.of(TYPES, CHECKS));
        Optional<Globs> types = members.flatMap(this::types);
        Optional<List<String>> checks =
                members.flatMap(all -> all.value(CHECKS))
                        .map(list -> words.words(list, CHECKS, RequiredDeepHealthChecks.KNOWN));
        return types.flatMap(
                wanted -> checks.map(all -> new RequiredDeepHealthChecks(wanted, all)));
    }

    /// An object that holds each of these members.
    private Optional<Members> members(YamlNode demand, String what, List<String> names) {
        Optional<Members> members = nodes.filledObject(demand, what, names);
        for (String name : names) {
            if (members.isPresent() && members.get().value(name).isEmpty())
                nodes.missing(demand, "%s has no %s".formatted(what, name));
        }
        return members;
    }

    private Optional<Globs> types(Members members) {
        return members.value(TYPES).map(list -> types.limited(list, TYPES));
    }
}
