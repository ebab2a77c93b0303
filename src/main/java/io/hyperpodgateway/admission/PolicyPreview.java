package io.hyperpodgateway.admission;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.PolicyDecision;
import io.hyperpodgateway.shape.ShapeCheckResult;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Previews the policy's findings on a request that the specification refuses, so that one answer
/// contains everything. The findings are on a copy to which the certain fixes of the shape check
/// are applied; the copy is not decided on.
///
/// @param shapes the shape check of the body
/// @param copy its repaired document, with what the policy adds
/// @param unreadable every place with an ERROR of the shape check
/// @param partly every ancestor of an ERROR of the shape check that has no fix
record PolicyPreview(
        ShapeCheckResult shapes,
        EffectiveRequest copy,
        Set<JsonPointer> unreadable,
        Set<JsonPointer> partly) {

    /// @param refused the specification's findings on the body
    static PolicyPreview of(ShapeCheckResult shapes, EffectiveRequest copy, List<Finding> refused) {
        var unfixed = errors(shapes.findings()).filter(finding -> finding.fix().isEmpty());
        return new PolicyPreview(
                shapes,
                copy,
                places(errors(refused).map(Finding::pointer).toList()),
                above(unfixed.map(Finding::pointer).toList()));
    }

    /// The findings as the answer shows them, their places in the body as sent. Rules that failed
    /// on the copy are left out: perhaps for what cannot be read.
    List<Finding> findings(PolicyDecision decision) {
        return Stream.concat(
                        copy.conflicts().stream(), copy.markAdditions(decision.shown()).stream())
                .filter(finding -> !isUndecided(finding, decision) && !mayBeInError(finding))
                .map(shapes::asSent)
                .filter(finding -> finding.pointer().prefixes().noneMatch(unreadable::contains))
                .toList();
    }

    private static boolean isUndecided(Finding finding, PolicyDecision decision) {
        return finding.pointer().equals(JsonPointer.ROOT)
                && decision.undecided().contains(finding.rule());
    }

    /// What seems to be missing from a list may be in the item that cannot be read.
    private boolean mayBeInError(Finding finding) {
        return partly.contains(shapes.sentPointer(finding.pointer()))
                && finding.pointer().in(copy.effective()).orElse(copy.effective())
                        instanceof JsonArray;
    }

    private static Stream<Finding> errors(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.source() == Source.SHAPE && finding.isError());
    }

    private static Set<JsonPointer> places(List<JsonPointer> places) {
        return Set.copyOf(new HashSet<>(places));
    }

    private static Set<JsonPointer> above(List<JsonPointer> places) {
        var above = new HashSet<JsonPointer>();
        for (JsonPointer place : places) {
            place.prefixes().filter(prefix -> !prefix.equals(place)).forEach(above::add);
        }
        return above;
    }
}
