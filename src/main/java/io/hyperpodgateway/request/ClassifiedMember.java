package io.hyperpodgateway.request;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A member of a request, by its place: what it names, and what is below it.
final class ClassifiedMember {

    private static final String ITEM = "*";
    private static final String VALUE = "{}";

    /// One that nobody has classified yet, as all below it.
    private static final ClassifiedMember UNKNOWN = new ClassifiedMember();

    /// The request itself.
    static final ClassifiedMember ROOT = root();

    private final Map<String, ClassifiedMember> below = new HashMap<>();
    private Optional<ReferenceKind> kind = Optional.empty();
    private boolean harmless;

    private ClassifiedMember() {}

    /// The one below this of that name. A name that could be taken for more than a name is unknown.
    ClassifiedMember member(String name) {
        ClassifiedMember each = below.get(VALUE);
        if (each != null) return each;
        return name.equals(ITEM) ? UNKNOWN : below.getOrDefault(name, UNKNOWN);
    }

    /// Every item below this.
    ClassifiedMember item() {
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

    private static ClassifiedMember root() {
        var root = new ClassifiedMember();
        for (String path : HarmlessMembers.MAPS) root.at(path + "/" + VALUE);
        for (String path : HarmlessMembers.PATHS) root.at(path).harmless = true;
        for (ReferenceKind kind : ReferenceKind.values()) {
            for (String path : kind.members()) root.at(path).kind = Optional.of(kind);
        }
        return root;
    }

    private ClassifiedMember at(String path) {
        ClassifiedMember here = this;
        for (String name : path.split("/", -1)) {
            here = here.below.computeIfAbsent(name, _ -> new ClassifiedMember());
        }
        return here;
    }
}
