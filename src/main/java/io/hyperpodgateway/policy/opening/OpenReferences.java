package io.hyperpodgateway.policy.opening;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.cluster.AllowedReferences;
import io.hyperpodgateway.policy.match.Globs;
import io.hyperpodgateway.policy.reference.Reference;
import io.hyperpodgateway.policy.reference.ReferenceKind;
import io.hyperpodgateway.text.Excerpt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which kinds of reference are open to a caller: those that a `deny` rule binding them lists. The
/// others are closed, and so is what belongs to no kind.
///
/// @param lists the lists of each open kind, one of each rule; a value has to be on all of them
public record OpenReferences(Map<ReferenceKind, List<Globs>> lists) {

    /// The rule of a finding on what nobody opened.
    public static final String UNLISTED = "unlisted-reference";

    public OpenReferences {
        var copy = new EnumMap<ReferenceKind, List<Globs>>(ReferenceKind.class);
        lists.forEach((kind, globs) -> copy.put(kind, List.copyOf(globs)));
        lists = Collections.unmodifiableMap(copy);
    }

    /// What these checks, of the `deny` rules that bind the caller, open.
    static OpenReferences by(List<Check> denying) {
        var lists = new EnumMap<ReferenceKind, List<Globs>>(ReferenceKind.class);
        for (Check check : denying) {
            if (check instanceof AllowedReferences(var allowed)) {
                allowed.forEach((kind, globs) ->
                        lists.computeIfAbsent(kind, _ -> new ArrayList<>()).add(globs));
            }
        }
        return new OpenReferences(lists);
    }

    /// A finding on each reference that is not open, as far as they are [Findings#ENOUGH].
    List<Finding> judge(List<Reference> references) {
        if (areOpen(references)) return List.of();
        return references.stream()
                .filter(reference -> !isOpen(reference))
                .limit(Findings.ENOUGH)
                .map(OpenReferences::unlisted)
                .toList();
    }

    /// Every kind: whether it is open, and the lists that a value has to be on.
    public JsonObject toJson() {
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

    private boolean areOpen(List<Reference> references) {
        for (Reference reference : references) {
            if (!isOpen(reference)) return false;
        }
        return true;
    }

    private boolean isOpen(Reference reference) {
        return reference.kind().filter(lists::containsKey).isPresent();
    }

    private static Finding unlisted(Reference reference) {
        String named = Excerpt.value(reference.value());
        String reason =
                reference
                        .kind()
                        .map(kind -> "no policy rule opens %s to you".formatted(kind.id()))
                        .orElse("policy does not know yet what this member names");
        return Finding.of(
                Source.POLICY,
                UNLISTED,
                Level.ERROR,
                reference.pointer(),
                "%s is not allowed: %s".formatted(named, reason));
    }

    private static JsonArray toJson(List<Globs> lists) {
        return new JsonArray(lists.stream().<Json>map(Globs::toJson).toList());
    }
}
