package io.hyperpodgateway.policy;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.AllowedReferences;
import io.hyperpodgateway.policy.check.Globs;
import io.hyperpodgateway.policy.check.Reference;
import io.hyperpodgateway.policy.check.ReferenceKind;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Finding.Source;
import io.hyperpodgateway.spec.Level;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which kinds of reference are open to a caller: those that a `deny` rule binding them lists. The
/// others are closed, and so is what belongs to no kind.
///
/// @param lists the lists of each open kind, one of each rule; a value has to be on all of them
record OpenReferences(Map<ReferenceKind, List<Globs>> lists) {

    /// The rule of a finding on what nobody opened.
    static final String UNLISTED = "unlisted-reference";

    OpenReferences {
        lists = Collections.unmodifiableMap(new EnumMap<>(lists));
    }

    /// What these rules, all of which bind the caller, open.
    static OpenReferences by(List<Rule> binding) {
        var lists = new EnumMap<ReferenceKind, List<Globs>>(ReferenceKind.class);
        for (Rule rule : binding) {
            if (rule.denies() && rule.check() instanceof AllowedReferences(var allowed)) {
                allowed.forEach((kind, globs) ->
                        lists.merge(
                                kind,
                                List.of(globs),
                                (some, more) ->
                                        Stream.concat(some.stream(), more.stream()).toList()));
            }
        }
        return new OpenReferences(lists);
    }

    /// A finding on each reference that is not open.
    List<Finding> judge(List<Reference> references) {
        return references.stream()
                .filter(reference -> !isOpen(reference))
                .map(Reference::unlisted)
                .map(OpenReferences::finding)
                .toList();
    }

    /// Every kind: whether it is open, and the lists that a value has to be on.
    JsonObject toJson() {
        var kinds = JsonObject.EMPTY;
        for (ReferenceKind kind : ReferenceKind.values()) {
            List<Globs> allowed = lists.getOrDefault(kind, List.of());
            kinds =
                    kinds.with(
                            kind.id(),
                            JsonObject.of("open", Json.of(!allowed.isEmpty()))
                                    .with("allowed", toJson(allowed)));
        }
        return kinds;
    }

    private boolean isOpen(Reference reference) {
        return reference.kind().filter(lists::containsKey).isPresent();
    }

    private static Finding finding(Violation violation) {
        return Finding.of(
                Source.POLICY, UNLISTED, Level.ERROR, violation.pointer(), violation.message());
    }

    private static JsonArray toJson(List<Globs> lists) {
        return new JsonArray(lists.stream().<Json>map(Globs::toJson).toList());
    }
}
