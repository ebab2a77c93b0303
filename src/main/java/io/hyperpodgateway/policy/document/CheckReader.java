package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.cluster.AllowedReferences;
import io.hyperpodgateway.policy.check.cluster.ClusterNamePattern;
import io.hyperpodgateway.policy.check.cluster.RequiredTags;
import io.hyperpodgateway.policy.check.instances.AllowedInstanceTypes;
import io.hyperpodgateway.policy.check.instances.MaxInstances;
import io.hyperpodgateway.policy.cost.MaxHourlyCost;
import io.hyperpodgateway.policy.cost.Prices;
import io.hyperpodgateway.policy.document.YamlNode.Member;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the one check of a rule: finds out which it is, and has read what it demands.
public final class CheckReader {

    private static final Set<String> NOT_OFFERED =
            Set.of(
                    "requireVpc",
                    "allowedOrchestrators",
                    "requireNodeRecovery",
                    "requiredDeepHealthChecks",
                    "requireTrainingPlan",
                    "requireVolumeEncryption",
                    "maxVolumeSizeInGB",
                    "expression");

    /// The checks beside which `autoScaling` may stand.
    private static final Set<String> WITH_AUTO_SCALING =
            Set.of(MaxInstances.NAME, MaxHourlyCost.NAME);

    private final NodeReader nodes;
    private final Map<String, DemandReader> readers;
    private final List<String> names;

    /// @param nodes reads the values, and notes the mistakes
    /// @param prices those of the same document
    public CheckReader(NodeReader nodes, Prices prices) {
        this.nodes = nodes;
        var instanceLimits = new InstanceLimitReader(nodes);
        var tags = new RequiredTagReader(nodes);
        var references = new ReferenceListReader(nodes);
        this.readers =
                Map.of(
                        AllowedInstanceTypes.NAME, (demand, _) -> instanceTypes(demand),
                        ClusterNamePattern.NAME, (demand, _) -> clusterName(demand),
                        MaxHourlyCost.NAME, new CostLimitReader(nodes, prices)::read,
                        MaxInstances.NAME, instanceLimits::read,
                        RequiredTags.NAME, (demand, _) -> tags.read(demand),
                        AllowedReferences.NAME, (demand, _) -> references.read(demand));
        this.names =
                Stream.concat(readers.keySet().stream(), NOT_OFFERED.stream()).sorted().toList();
    }

    /// The check, as far as it can be read.
    ///
    /// @param node the rule's member `check`
    /// @param autoScaling the rule's member of that name, which stands beside the check
    public Optional<? extends Check> read(Optional<YamlNode> node, Optional<Member> autoScaling) {
        boolean allowed = autoScaling.map(Member::value).filter(this::isAllowed).isPresent();
        Members checks =
                node.flatMap(check -> nodes.filledObject(check, "check", names))
                        .orElse(Members.NONE);
        checks.all().stream().skip(1).forEach(this::refuseSecond);
        autoScaling.ifPresent(member -> refuseScaling(member, checks));
        // all are read, for their mistakes: when there are more, the document is refused anyway
        return checks.all().stream().map(check -> read(check, allowed)).toList().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean isAllowed(YamlNode autoScaling) {
        return nodes.choice(autoScaling, "autoScaling", List.of("deny", "allow"))
                .filter("allow"::equals)
                .isPresent();
    }

    private void refuseSecond(Member check) {
        nodes.mistake(
                check.name(),
                "one-check",
                "check holds exactly one check; %s needs a rule of its own"
                        .formatted(check.name().text()));
    }

    private void refuseScaling(Member autoScaling, Members checks) {
        boolean fits = checks.isEmpty() || checks.all().stream().anyMatch(CheckReader::mayScale);
        if (fits) return;
        nodes.mistake(
                autoScaling.name(),
                "auto-scaling",
                "autoScaling stands beside maxInstances and maxHourlyCost only");
    }

    private static boolean mayScale(Member check) {
        return WITH_AUTO_SCALING.contains(check.name().text());
    }

    private Optional<? extends Check> read(Member check, boolean autoScaling) {
        String name = check.name().text();
        if (NOT_OFFERED.contains(name))
            nodes.mistake(check.name(), "not-offered", name + " is not offered yet");
        var reader = Optional.ofNullable(readers.get(name));
        return reader.flatMap(known -> known.read(check.value(), autoScaling));
    }

    private Optional<AllowedInstanceTypes> instanceTypes(YamlNode demand) {
        return Optional.of(
                new AllowedInstanceTypes(nodes.globs(demand, AllowedInstanceTypes.NAME)));
    }

    private Optional<ClusterNamePattern> clusterName(YamlNode demand) {
        return nodes.filledObject(demand, ClusterNamePattern.NAME, List.of("pattern"))
                .flatMap(members -> members.value("pattern"))
                .flatMap(pattern -> nodes.pattern(pattern, "pattern"))
                .map(ClusterNamePattern::new);
    }

    /// Reads what a check demands, and whether its rule allows automatic scaling.
    private interface DemandReader {
        Optional<? extends Check> read(YamlNode demand, boolean autoScaling);
    }
}
