package io.hyperpodgateway.policy.document.check;

import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.cluster.AllowedOrchestrators;
import io.hyperpodgateway.policy.check.cluster.AllowedReferences;
import io.hyperpodgateway.policy.check.cluster.ClusterNamePattern;
import io.hyperpodgateway.policy.check.cluster.RequiredNodeRecovery;
import io.hyperpodgateway.policy.check.cluster.RequiredTags;
import io.hyperpodgateway.policy.check.cluster.RequiredVpc;
import io.hyperpodgateway.policy.check.instances.AllowedInstanceTypes;
import io.hyperpodgateway.policy.check.instances.MaxInstances;
import io.hyperpodgateway.policy.check.instances.RequiredDeepHealthChecks;
import io.hyperpodgateway.policy.check.instances.RequiredTrainingPlan;
import io.hyperpodgateway.policy.check.storage.MaxFileSystemSize;
import io.hyperpodgateway.policy.check.storage.MaxVolumeSize;
import io.hyperpodgateway.policy.check.storage.RequiredVolumeEncryption;
import io.hyperpodgateway.policy.cost.MaxHourlyCost;
import io.hyperpodgateway.policy.cost.Prices;
import io.hyperpodgateway.policy.document.CostLimitReader;
import io.hyperpodgateway.policy.document.Members;
import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlNode;
import io.hyperpodgateway.policy.document.YamlNode.Member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the one check of a rule: finds out which it is, and has read what it demands.
public final class CheckReader {

    private static final Set<String> NOT_OFFERED = Set.of("expression");

    /// The checks beside which `autoScaling` may stand.
    private static final Set<String> WITH_AUTO_SCALING =
            Set.of(MaxInstances.NAME, MaxHourlyCost.NAME);

    private final NodeReader nodes;
    private final Map<String, DemandReader> readers;
    private final List<String> names;

    /// @param nodes reads the values, and notes the mistakes
    /// @param prices those of the same document
    /// @param knownTypes the instance types that there are: a glob should match one of them
    public CheckReader(NodeReader nodes, Prices prices, Collection<String> knownTypes) {
        this.nodes = nodes;
        this.readers = readers(prices, new InstanceTypeReader(nodes, knownTypes, prices));
        this.names =
                Stream.concat(readers.keySet().stream(), NOT_OFFERED.stream()).sorted().toList();
    }

    private Map<String, DemandReader> readers(Prices prices, InstanceTypeReader types) {
        var limits = new InstanceLimitReader(nodes, types);
        var tags = new RequiredTagReader(nodes);
        var references = new ReferenceListReader(nodes);
        var groups = new GroupDemandReader(nodes, types);
        var simple = new SimpleDemandReader(nodes, types);
        return Map.ofEntries(
                entry(AllowedInstanceTypes.NAME, (demand, _) -> simple.instanceTypes(demand)),
                entry(AllowedOrchestrators.NAME, (demand, _) -> simple.orchestrators(demand)),
                entry(AllowedReferences.NAME, (demand, _) -> references.read(demand)),
                entry(ClusterNamePattern.NAME, (demand, _) -> simple.clusterName(demand)),
                entry(MaxFileSystemSize.NAME, (demand, _) -> simple.fileSystemSize(demand)),
                entry(MaxHourlyCost.NAME, new CostLimitReader(nodes, prices)::read),
                entry(MaxInstances.NAME, limits::read),
                entry(MaxVolumeSize.NAME, (demand, _) -> simple.volumeSize(demand)),
                entry(RequiredDeepHealthChecks.NAME, (demand, _) -> groups.deepChecks(demand)),
                entry(RequiredNodeRecovery.NAME, (demand, _) -> simple.nodeRecovery(demand)),
                entry(RequiredTags.NAME, (demand, _) -> tags.read(demand)),
                entry(RequiredTrainingPlan.NAME, (demand, _) -> groups.trainingPlan(demand)),
                entry(RequiredVolumeEncryption.NAME, (demand, _) -> simple.encryption(demand)),
                entry(RequiredVpc.NAME, (demand, _) -> simple.vpc(demand)));
    }

    private static Map.Entry<String, DemandReader> entry(String name, DemandReader reader) {
        return Map.entry(name, reader);
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
}
