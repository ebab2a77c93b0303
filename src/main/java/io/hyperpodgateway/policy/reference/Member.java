package io.hyperpodgateway.policy.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A member of a request, by its place: what it names, and what stands below it.
final class Member {

    private static final String ITEM = "*";
    private static final String VALUE = "{}";

    /// One that nobody has classified yet, as all below it.
    private static final Member UNKNOWN = new Member();

    /// The request itself.
    static final Member ROOT = root();

    private final Map<String, Member> below = new HashMap<>();
    private Optional<ReferenceKind> kind = Optional.empty();
    private boolean harmless;

    private Member() {}

    /// The one below this of that name. A name that could be taken for more than a name is unknown.
    Member member(String name) {
        Member each = below.get(VALUE);
        if (each != null) return each;
        return name.equals(ITEM) ? UNKNOWN : below.getOrDefault(name, UNKNOWN);
    }

    /// Every item below this.
    Member item() {
        return below.getOrDefault(ITEM, UNKNOWN);
    }

    /// What kind of thing it names, if it is known.
    Optional<ReferenceKind> kind() {
        return kind;
    }

    /// Whether its text names nothing that anybody needs a right to.
    boolean isHarmless() {
        return harmless;
    }

    private static Member root() {
        var root = new Member();
        for (String path : HarmlessMembers.MAPS) root.at(path + "/" + VALUE);
        for (String path : HarmlessMembers.PATHS) root.at(path).harmless = true;
        for (ReferenceKind kind : ReferenceKind.values()) {
            for (String path : kind.members()) root.at(path).kind = Optional.of(kind);
        }
        return root;
    }

    private Member at(String path) {
        Member here = this;
        for (String name : path.split("/", -1)) {
            here = here.below.computeIfAbsent(name, _ -> new Member());
        }
        return here;
    }
}
