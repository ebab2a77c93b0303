package io.hyperpodgateway.policy.document.check;

import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlNode;
import io.hyperpodgateway.policy.match.Glob;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.spec.NearestNames;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads globs on instance types, and warns of those that no known type matches.
final class InstanceTypeReader {

    private static final String PREFIX = "ml.";

    private final NodeReader nodes;
    private final Collection<String> knownTypes;

    InstanceTypeReader(NodeReader nodes, Collection<String> knownTypes) {
        this.nodes = nodes;
        this.knownTypes = knownTypes;
    }

    /// A list of globs.
    Globs globs(YamlNode list, String what) {
        return globs(nodes.list(list, what), what);
    }

    /// A list of at least one glob.
    Globs filledGlobs(YamlNode list, String what) {
        return globs(nodes.filledList(list, what), what);
    }

    /// One glob.
    Optional<Glob> glob(YamlNode node, String what) {
        Optional<Glob> glob = nodes.glob(node, what);
        glob.filter(one -> !matchesKnown(one)).ifPresent(one -> warn(node, one.text()));
        return glob;
    }

    private Globs globs(List<YamlNode> items, String what) {
        return new Globs(items.stream().flatMap(item -> glob(item, what).stream()).toList());
    }

    private boolean matchesKnown(Glob glob) {
        return knownTypes.stream().anyMatch(glob::matches);
    }

    private void warn(YamlNode node, String glob) {
        nodes.warn(
                node,
                "unknown-instance-type",
                "%s matches no instance type that is known here%s".formatted(glob, hint(glob)));
    }

    private String hint(String glob) {
        if (!nodes.hasHints()) return "";
        String prefixed = PREFIX + glob;
        return matchesKnown(new Glob(prefixed))
                ? NearestNames.hint(List.of(prefixed))
                : nodes.hint(glob, knownTypes);
    }
}
