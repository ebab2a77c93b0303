package io.hyperpodgateway.spec;

import io.hyperpodgateway.json.JsonPointer;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// The fixes of findings that an answer does not show: others may build on what they make.
final class FixesLeftOut {

    private final Set<JsonPointer> places = new HashSet<>();

    FixesLeftOut(Collection<Finding> leftOut) {
        for (Finding finding : leftOut) {
            FixOperation.of(finding).forEach(operation -> places.add(operation.path()));
        }
    }

    /// The finding, without its fix if that builds on one of these.
    Finding notNeededBy(Finding finding) {
        boolean builds =
                FixOperation.of(finding).stream()
                        .flatMap(FixOperation::places)
                        .flatMap(FixPlace::andAllAbove)
                        .anyMatch(place -> places.contains(place.pointer()));
        return builds ? finding.withoutFix() : finding;
    }
}
