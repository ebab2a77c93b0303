package io.hyperpodgateway.policy.document.check;

import io.hyperpodgateway.policy.check.instances.MaxInstances;
import io.hyperpodgateway.policy.document.Members;
import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlNode;
import io.hyperpodgateway.policy.document.YamlNode.Member;
import io.hyperpodgateway.policy.match.Glob;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads `maxInstances: {perGroup, perCluster, perType: {glob: n}}`.
final class InstanceLimitReader {

    private static final List<String> MEMBERS = List.of("perGroup", "perCluster", "perType");

    private final NodeReader nodes;
    private final InstanceTypeReader types;

    InstanceLimitReader(NodeReader nodes, InstanceTypeReader types) {
        this.nodes = nodes;
        this.types = types;
    }

    Optional<MaxInstances> read(YamlNode demand, boolean autoScaling) {
        return nodes.filledObject(demand, MaxInstances.NAME, MEMBERS)
                .map(limits ->
                        new MaxInstances(
                                number(limits, "perGroup"),
                                number(limits, "perCluster"),
                                perType(limits),
                                autoScaling));
    }

    private Optional<Long> number(Members limits, String name) {
        return limits.value(name).flatMap(number -> nodes.count(number, name));
    }

    private SequencedMap<Glob, Long> perType(Members limits) {
        var numbers = new LinkedHashMap<Glob, Long>();
        limits.value("perType")
                .flatMap(all -> nodes.filledObject(all, "perType"))
                .orElse(Members.NONE)
                .all()
                .forEach(type -> readLimit(type, numbers));
        return numbers;
    }

    private void readLimit(Member type, SequencedMap<Glob, Long> numbers) {
        Optional<Glob> glob = types.limit(type.name().asString(), "an instance type of perType");
        Optional<Long> most = nodes.count(type.value(), "the limit of " + type.name().text());
        if (glob.isPresent() && most.isPresent()) numbers.put(glob.get(), most.get());
    }
}
