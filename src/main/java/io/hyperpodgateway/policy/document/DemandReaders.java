package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.AllowedInstanceTypes;
import io.hyperpodgateway.policy.check.AllowedOrchestrators;
import io.hyperpodgateway.policy.check.ClusterNamePattern;
import io.hyperpodgateway.policy.check.Glob;
import io.hyperpodgateway.policy.check.Globs;
import io.hyperpodgateway.policy.check.MaxHourlyCost;
import io.hyperpodgateway.policy.check.MaxInstances;
import io.hyperpodgateway.policy.check.Orchestrator;
import io.hyperpodgateway.policy.check.RequiredDeepHealthChecks;
import io.hyperpodgateway.policy.check.RequiredNodeRecovery;
import io.hyperpodgateway.policy.check.RequiredTrainingPlan;
import io.hyperpodgateway.policy.document.Members.Member;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads the demands of single checks.
final class DemandReaders {

    private static final String TYPES = "instanceTypes";

    private DemandReaders() {}

    /// `allowedInstanceTypes: [globs]`; an empty list allows none.
    static Optional<AllowedInstanceTypes> allowedInstanceTypes(Demand demand) {
        return Optional.of(
                new AllowedInstanceTypes(demand.types().allowed(demand.node(), demand.name())));
    }

    /// `allowedOrchestrators: [eks, slurm]`.
    static Optional<AllowedOrchestrators> allowedOrchestrators(Demand demand) {
        List<String> ids = demand.words(Orchestrator.ids());
        return Optional.of(
                new AllowedOrchestrators(
                        ids.stream().flatMap(id -> Orchestrator.of(id).stream()).toList()));
    }

    /// `clusterName: {pattern}`.
    static Optional<ClusterNamePattern> clusterName(Demand demand) {
        return demand.members(List.of("pattern"))
                .flatMap(members -> members.value("pattern"))
                .flatMap(pattern -> demand.globs().pattern(pattern, "pattern"))
                .map(ClusterNamePattern::new);
    }

    /// `maxHourlyCost: 120.00`.
    static Optional<MaxHourlyCost> maxHourlyCost(Demand demand) {
        NodeReader nodes = demand.nodes();
        // prices may be what cannot be read
        if (demand.prices().isEmpty() && !nodes.mistakes().any())
            nodes.warn(
                    demand.node(),
                    "no-prices",
                    "the document has no prices, so maxHourlyCost is met by no instance type");
        return nodes.money(demand.node(), demand.name())
                .map(most -> new MaxHourlyCost(most, demand.prices(), demand.autoScaling()));
    }

    /// `maxInstances: {perGroup, perCluster, perType: {glob: n}}`.
    static Optional<MaxInstances> maxInstances(Demand demand) {
        return demand.members(List.of("perGroup", "perCluster", "perType"))
                .map(limits ->
                        new MaxInstances(
                                limit(demand, limits, "perGroup"),
                                limit(demand, limits, "perCluster"),
                                perType(demand, limits),
                                demand.autoScaling()));
    }

    private static Optional<Long> limit(Demand demand, Members limits, String name) {
        return limits.value(name).flatMap(number -> demand.nodes().count(number, name));
    }

    private static SequencedMap<Glob, Long> perType(Demand demand, Members limits) {
        Members types =
                limits.value("perType")
                        .flatMap(all -> demand.nodes().filledObject(all, "perType"))
                        .orElse(Members.NONE);
        var numbers = new LinkedHashMap<Glob, Long>();
        for (Member type : types.all()) {
            Optional<Glob> glob = demand.types().limit(type, "an instance type of perType");
            Optional<Long> most = demand.nodes().count(type.value(), "the limit of " + type.name());
            if (glob.isPresent() && most.isPresent()) numbers.put(glob.get(), most.get());
        }
        return numbers;
    }

    /// `requiredDeepHealthChecks: {instanceTypes: [globs], checks: [..]}`.
    static Optional<RequiredDeepHealthChecks> deepHealthChecks(Demand demand) {
        Optional<Members> members = demand.allMembers(List.of(TYPES, "checks"));
        Optional<Globs> types = types(demand, members);
        Optional<List<String>> checks =
                members.flatMap(all -> all.value("checks"))
                        .map(list -> demand.words(list, "checks", RequiredDeepHealthChecks.KNOWN));
        return types.flatMap(
                wanted -> checks.map(all -> new RequiredDeepHealthChecks(wanted, all)));
    }

    /// `requireNodeRecovery: Automatic`.
    static Optional<RequiredNodeRecovery> nodeRecovery(Demand demand) {
        return demand.nodes()
                .choice(demand.node(), demand.name(), List.of(RequiredNodeRecovery.AUTOMATIC))
                .map(_ -> new RequiredNodeRecovery());
    }

    /// `requireTrainingPlan: {instanceTypes: [globs]}`.
    static Optional<RequiredTrainingPlan> trainingPlan(Demand demand) {
        return types(demand, demand.allMembers(List.of(TYPES))).map(RequiredTrainingPlan::new);
    }

    private static Optional<Globs> types(Demand demand, Optional<Members> members) {
        return members.flatMap(all -> all.value(TYPES))
                .map(list -> demand.types().limited(list, TYPES));
    }
}
