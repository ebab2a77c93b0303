package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Prices;
import io.hyperpodgateway.policy.document.CheckTable.CheckRow;
import io.hyperpodgateway.policy.document.Members.Member;

import org.snakeyaml.engine.v2.nodes.Node;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the one check of a rule, by the [CheckTable].
final class CheckReader {

    private static final Map<String, CheckRow> ROWS =
            CheckTable.ROWS.stream().collect(Collectors.toMap(CheckRow::name, Function.identity()));

    private static final Set<String> NOT_OFFERED = Set.of("expression");

    private static final List<String> NAMES =
            Stream.concat(ROWS.keySet().stream(), NOT_OFFERED.stream()).sorted().toList();

    private final NodeReader nodes;
    private final GlobReader globs;
    private final InstanceTypeReader types;
    private final Prices prices;

    /// @param prices those of the same document
    /// @param knownTypes the instance types that there are: a glob should match one of them
    CheckReader(NodeReader nodes, Prices prices, Collection<String> knownTypes) {
        this.nodes = nodes;
        this.globs = new GlobReader(nodes);
        this.types = new InstanceTypeReader(nodes, knownTypes, prices);
        this.prices = prices;
    }

    /// The check, as far as it can be read.
    ///
    /// @param node the rule's member `check`
    /// @param autoScaling the rule's member of that name, which is beside the check
    Optional<? extends Check> read(Optional<Node> node, Optional<Member> autoScaling) {
        boolean allowed = autoScaling.map(Member::value).filter(this::isAllowed).isPresent();
        Members checks =
                node.flatMap(check -> nodes.filledObject(check, "check", NAMES))
                        .orElse(Members.NONE);
        checks.all().stream().skip(1).forEach(this::refuseSecond);
        autoScaling.ifPresent(member -> refuseScaling(member, checks));
        // all are read, for their mistakes: when there are more, the document is refused anyway
        return checks.all().stream().map(check -> read(check, allowed)).toList().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean isAllowed(Node autoScaling) {
        return nodes.choice(autoScaling, "autoScaling", List.of("deny", "allow"))
                .filter("allow"::equals)
                .isPresent();
    }

    private void refuseSecond(Member check) {
        nodes.mistake(
                check.key(),
                "one-check",
                "check holds exactly one check; %s needs a rule of its own"
                        .formatted(check.name()));
    }

    private void refuseScaling(Member autoScaling, Members checks) {
        boolean fits = checks.isEmpty() || checks.all().stream().anyMatch(CheckReader::mayScale);
        if (fits) return;
        nodes.mistake(
                autoScaling.key(),
                "auto-scaling",
                "autoScaling is allowed beside maxInstances and maxHourlyCost only");
    }

    private static boolean mayScale(Member check) {
        return Optional.ofNullable(ROWS.get(check.name())).filter(CheckRow::scales).isPresent();
    }

    private Optional<? extends Check> read(Member check, boolean autoScaling) {
        String name = check.name();
        if (NOT_OFFERED.contains(name))
            nodes.mistake(check.key(), "not-offered", name + " is not offered yet");
        var demand = new Demand(name, check.value(), autoScaling, nodes, globs, types, prices);
        return Optional.ofNullable(ROWS.get(name)).flatMap(row -> row.reader().apply(demand));
    }
}
