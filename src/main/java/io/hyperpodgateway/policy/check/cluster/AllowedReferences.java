package io.hyperpodgateway.policy.check.cluster;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.BindingLists;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.policy.reference.Reference;
import io.hyperpodgateway.policy.reference.ReferenceKind;
import io.hyperpodgateway.text.Excerpt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is named of these kinds is on their lists; where the sources of lifecycle scripts are
/// listed, the scripts' names are plain. Kinds that it does not list are none of its business: that
/// they are closed is the policy's word.
public record AllowedReferences(SequencedMap<ReferenceKind, Globs> allowed) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "allowedReferences";

    public AllowedReferences {
        allowed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(allowed));
    }

    @Override
    public Stream<Violation> check(Asked asked) {
        Stream<Violation> scripts =
                limitsSources() ? LifecycleScripts.check(asked) : Stream.empty();
        if (holds(asked)) return scripts;
        return Stream.concat(
                asked.references().stream()
                        .flatMap(reference -> check(reference, asked.lists()).stream()),
                scripts);
    }

    @Override
    public Check filled(UnaryOperator<String> placeholders) {
        var filled = new LinkedHashMap<ReferenceKind, Globs>();
        allowed.forEach((kind, globs) -> filled.put(kind, globs.filled(placeholders)));
        return new AllowedReferences(filled);
    }

    @Override
    public String words() {
        return allowed.entrySet().stream()
                .map(list -> "%s: %s".formatted(list.getKey().id(), list.getValue()))
                .collect(
                        Collectors.joining(
                                "; ",
                                "what is named is on these lists, ",
                                limitsSources()
                                        ? "; OnCreate and OnInitComplete are plain file names"
                                        : ""));
    }

    @Override
    public JsonObject toJson() {
        var kinds = new LinkedHashMap<String, Json>();
        allowed.forEach((kind, globs) -> kinds.put(kind.id(), globs.toJson()));
        return JsonObject.of(NAME, new JsonObject(kinds));
    }

    /// The list of that kind, if there is one.
    public Optional<Globs> list(ReferenceKind kind) {
        return Optional.ofNullable(allowed.get(kind));
    }

    private boolean limitsSources() {
        return list(ReferenceKind.LIFECYCLE_SOURCES)
                .filter(sources -> !sources.matchEverything())
                .isPresent();
    }

    /// Most groups name the same things, so each value is looked at once.
    private boolean holds(Asked asked) {
        for (var list : allowed.entrySet()) {
            for (String value : asked.named(list.getKey())) {
                if (!list.getValue().match(value)) return false;
            }
        }
        return true;
    }

    private Optional<Violation> check(Reference reference, BindingLists lists) {
        return reference
                .kind()
                .flatMap(kind -> list(kind).flatMap(globs -> check(reference, kind, globs, lists)));
    }

    private static Optional<Violation> check(
            Reference reference, ReferenceKind kind, Globs allowed, BindingLists lists) {
        if (allowed.match(reference.value())) return Optional.empty();
        String message =
                "%s is not allowed; allowed %s for you: %s"
                        .formatted(
                                Excerpt.value(reference.value()),
                                kind.id(),
                                lists.references(kind, allowed));
        return Optional.of(new Violation(reference.pointer(), message));
    }
}
