package io.hyperpodgateway.policy.document.check;

import io.hyperpodgateway.policy.check.cluster.AllowedReferences;
import io.hyperpodgateway.policy.document.Members;
import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlNode;
import io.hyperpodgateway.policy.document.YamlNode.Member;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.policy.reference.ReferenceKind;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads `allowedReferences: {kind: [globs]}`.
final class ReferenceListReader {

    private final NodeReader nodes;

    ReferenceListReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    Optional<AllowedReferences> read(YamlNode demand) {
        return nodes.filledObject(demand, AllowedReferences.NAME).map(this::lists);
    }

    private AllowedReferences lists(Members kinds) {
        var lists = new EnumMap<ReferenceKind, Globs>(ReferenceKind.class);
        kinds.all().forEach(kind -> readList(kind, lists));
        return new AllowedReferences(new LinkedHashMap<>(lists));
    }

    private void readList(Member member, Map<ReferenceKind, Globs> lists) {
        String name = member.name().text();
        Globs globs = nodes.globs(member.value(), name);
        Optional<ReferenceKind> kind = ReferenceKind.of(name);
        if (kind.isEmpty()) {
            nodes.mistake(member.name(), "unknown-kind", unknown(name));
            return;
        }
        lists.put(kind.get(), globs);
        if (kind.get() == ReferenceKind.LIFECYCLE_SOURCES)
            nodes.list(member.value()).forEach(this::warnOfWildcardBucket);
    }

    private String unknown(String name) {
        List<String> kinds = ReferenceKind.ids();
        return "%s is no kind of reference%s; the kinds are %s"
                .formatted(name, nodes.hint(name, kinds), String.join(", ", kinds));
    }

    private void warnOfWildcardBucket(YamlNode node) {
        if (node instanceof YamlNode.Scalar(var glob, _, _, _) && hasWildcardInBucket(glob))
            nodes.warn(
                    node,
                    "wildcard-bucket",
                    "%s has a wildcard in the bucket's name: anyone may own such a bucket"
                            .formatted(glob));
    }

    /// Whether a wildcard stands before the bucket's name has ended. The lone `*` opens everything
    /// on purpose.
    private static boolean hasWildcardInBucket(String glob) {
        if (glob.equals("*")) return false;
        String bucket = upToSlash(glob, isPathStyle(glob) ? 4 : 3);
        return bucket.contains("*") || bucket.contains("?");
    }

    /// Whether the bucket is the first step of a web address's path, not a part of its host.
    private static boolean isPathStyle(String glob) {
        String address = glob.toLowerCase(Locale.ROOT);
        return address.startsWith("https://s3.") || address.startsWith("https://s3-");
    }

    private static String upToSlash(String glob, int number) {
        int end = -1;
        for (int i = 0; i < number; i++) {
            end = glob.indexOf('/', end + 1);
            if (end < 0) return glob;
        }
        return glob.substring(0, end);
    }
}
