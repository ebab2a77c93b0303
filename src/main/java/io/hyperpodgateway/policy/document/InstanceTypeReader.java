package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.Glob;
import io.hyperpodgateway.policy.check.Globs;
import io.hyperpodgateway.policy.check.Prices;
import io.hyperpodgateway.policy.document.Members.Member;
import io.hyperpodgateway.text.NearestNames;

import org.snakeyaml.engine.v2.nodes.Node;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads globs on instance types. One that matches none is a mistake where it would leave a limit
/// without effect, and else a warning.
final class InstanceTypeReader {

    private static final String UNKNOWN = "unknown-instance-type";

    private final NodeReader nodes;
    private final GlobReader globs;
    private final Collection<String> knownTypes;
    private final Prices prices;

    /// @param prices a type that has a price is known to the operator
    InstanceTypeReader(NodeReader nodes, Collection<String> knownTypes, Prices prices) {
        this.nodes = nodes;
        this.globs = new GlobReader(nodes);
        this.knownTypes = knownTypes;
        this.prices = prices;
    }

    /// A list of globs on types that are allowed.
    Globs allowed(Node list, String what) {
        return globs(nodes.list(list, what).stream().flatMap(item -> permit(item, what).stream()));
    }

    /// A list of at least one glob on types of which something is demanded.
    Globs limited(Node list, String what) {
        return globs(
                nodes.filledList(list, what).stream()
                        .flatMap(item -> limit(item, globs.glob(item, what)).stream()));
    }

    /// The name of a member as a glob on types that are limited.
    Optional<Glob> limit(Member member, String what) {
        return limit(member.key(), globs.glob(member, what));
    }

    private Optional<Glob> limit(Node node, Optional<Glob> glob) {
        glob.filter(one -> !matchesKnown(one) && !hasPrice(one))
                .ifPresent(one ->
                        nodes.mistake(
                                node,
                                UNKNOWN,
                                "%s matches no instance type that is known or has a price, so it limits nothing%s"
                                        .formatted(one, hint(one.text()))));
        return glob;
    }

    private Optional<Glob> permit(Node node, String what) {
        Optional<Glob> glob = globs.glob(node, what);
        glob.filter(one -> !matchesKnown(one))
                .ifPresent(one ->
                        nodes.warn(
                                node,
                                UNKNOWN,
                                "%s matches no instance type that is known here%s"
                                        .formatted(one, hint(one.text()))));
        return glob;
    }

    private static Globs globs(Stream<Glob> globs) {
        return new Globs(globs.toList());
    }

    private boolean matchesKnown(Glob glob) {
        return knownTypes.stream().anyMatch(glob::matches);
    }

    private boolean hasPrice(Glob glob) {
        return prices.byType().keySet().stream().anyMatch(glob::matches);
    }

    private String hint(String glob) {
        if (!nodes.mistakes().hasHints()) return "";
        String lower = glob.strip().toLowerCase(Locale.ROOT);
        return Stream.of(lower, "ml." + lower, lower + ".*", "ml." + lower + ".*")
                .filter(one -> matchesKnown(new Glob(one)))
                .findFirst()
                .map(one -> NearestNames.hint(List.of(one)))
                .orElseGet(() -> nodes.mistakes().hint(glob, knownTypes));
    }
}
