package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.AllowedReferences;
import io.hyperpodgateway.policy.check.Globs;
import io.hyperpodgateway.policy.document.Members.Member;
import io.hyperpodgateway.request.ReferenceKind;

import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `allowedReferences: {kind: [globs]}`.
final class ReferenceListReader {

    /// How a web address begins whose path begins with the bucket; else the bucket is in the host.
    private static final Pattern PATH_STYLE = Pattern.compile("(?i)https://s3[.-].*");

    private final NodeReader nodes;
    private final GlobReader globs;

    private ReferenceListReader(Demand demand) {
        this.nodes = demand.nodes();
        this.globs = demand.globs();
    }

    static Optional<AllowedReferences> read(Demand demand) {
        return demand.members().map(new ReferenceListReader(demand)::lists);
    }

    private AllowedReferences lists(Members kinds) {
        var lists = new EnumMap<ReferenceKind, Globs>(ReferenceKind.class);
        kinds.all().forEach(kind -> readList(kind, lists));
        return new AllowedReferences(new LinkedHashMap<>(lists));
    }

    private void readList(Member member, Map<ReferenceKind, Globs> lists) {
        Globs list = globs.globs(member.value(), member.name());
        Optional<ReferenceKind> kind = ReferenceKind.of(member.name());
        if (kind.isEmpty()) {
            nodes.mistake(member.key(), "unknown-kind", unknown(member.name()));
            return;
        }
        lists.put(kind.get(), list);
        if (kind.get() == ReferenceKind.LIFECYCLE_SOURCES)
            NodeReader.items(member.value()).forEach(this::warnOfWildcardBucket);
    }

    private String unknown(String name) {
        List<String> kinds = ReferenceKind.ids();
        return "%s is no kind of reference%s; the kinds are %s"
                .formatted(name, nodes.mistakes().hint(name, kinds), String.join(", ", kinds));
    }

    private void warnOfWildcardBucket(Node node) {
        if (node instanceof ScalarNode glob && hasWildcardInBucket(glob.getValue()))
            nodes.warn(
                    node,
                    "wildcard-bucket",
                    "%s has a wildcard in the bucket's name: anyone may own such a bucket"
                            .formatted(glob.getValue()));
    }

    /// Whether a wildcard comes before the slash that ends the bucket's name. The lone `*` opens
    /// everything on purpose.
    private static boolean hasWildcardInBucket(String glob) {
        int slashes = PATH_STYLE.matcher(glob).matches() ? 3 : 2;
        return !glob.equals("*")
                && glob.matches("(?s)([^/*?]*/){0,%d}[^/*?]*[*?].*".formatted(slashes));
    }
}
