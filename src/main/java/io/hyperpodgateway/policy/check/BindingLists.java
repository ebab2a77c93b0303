package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.policy.match.CommonGlobs;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.policy.reference.ReferenceKind;
import io.hyperpodgateway.text.Excerpt;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lists that bind a caller, one of each rule that denies. What a refusal calls allowed is what
/// all of them have, so that whoever takes its advice is not refused by the next rule. What no list
/// opens is closed: nothing of it is allowed.
public final class BindingLists {

    private final List<Globs> types;
    private final Map<ReferenceKind, List<Globs>> references;
    private Optional<Refusing> refusingTypes = Optional.empty();
    private Optional<String> toldSome = Optional.empty();
    private final Map<ReferenceKind, Refusing> refusing = new EnumMap<>(ReferenceKind.class);

    /// @param types the lists of instance types
    /// @param references the lists of each kind of reference
    public BindingLists(List<Globs> types, Map<ReferenceKind, List<Globs>> references) {
        this.types = List.copyOf(types);
        this.references = Map.copyOf(references);
    }

    static BindingLists ofEverything() {
        List<Globs> everything = List.of(Globs.of("*"));
        return new BindingLists(
                everything,
                Stream.of(ReferenceKind.values())
                        .collect(Collectors.toMap(kind -> kind, _ -> everything)));
    }

    /// The instance types that are allowed, in words.
    ///
    /// @param own the list of the rule that refuses
    public String types(Globs own) {
        if (refusingTypes.isEmpty()) refusingTypes = Optional.of(new Refusing(types));
        return refusingTypes.get().told(own);
    }

    /// Those of some instance types that are allowed, in words.
    ///
    /// @param some the same ones whenever this is asked: the types that have a price
    public String typesAmong(Collection<String> some) {
        if (toldSome.isEmpty())
            toldSome = Optional.of(Excerpt.list(some.stream().filter(this::allow).toList()));
        return toldSome.get();
    }

    /// Whether types are open, and the instance type is on every list.
    public boolean allow(String type) {
        return !types.isEmpty() && types.stream().allMatch(list -> list.match(type));
    }

    /// What is allowed of that kind, in words.
    ///
    /// @param own the list of the rule that refuses
    public String references(ReferenceKind kind, Globs own) {
        return refusing.computeIfAbsent(
                        kind, _ -> new Refusing(references.getOrDefault(kind, List.of())))
                .told(own);
    }

    /// What is told of some lists, found out once: a thousand rules may refuse a hundred groups.
    private static final class Refusing {

        private final Set<Globs> lists;
        private final Map<Optional<Globs>, String> told = new HashMap<>();

        Refusing(List<Globs> lists) {
            this.lists = new LinkedHashSet<>(lists);
        }

        String told(Globs own) {
            Optional<Globs> further = Optional.of(own).filter(list -> !lists.contains(list));
            return told.computeIfAbsent(further, this::common);
        }

        private String common(Optional<Globs> further) {
            if (lists.isEmpty()) return Excerpt.list(List.of());
            return common(CommonGlobs.of(Stream.concat(lists.stream(), further.stream()).toList()));
        }

        private static String common(CommonGlobs allowed) {
            List<Globs> lists = allowed.lists();
            if (lists.size() == 1 && allowed.others() == 0)
                return Excerpt.list(lists.getFirst().globs());
            List<Globs> shown = lists.subList(0, Math.min(3, lists.size()));
            int left = lists.size() - shown.size() + allowed.others();
            return "what is on each of these lists: "
                    + shown.stream()
                            .map(one ->
                                    "[%s]".formatted(Excerpt.list(one.globs(), 140 / shown.size())))
                            .collect(java.util.stream.Collectors.joining(", "))
                    + (left > 0 ? " and %d more".formatted(left) : "");
        }
    }
}
