package io.hyperpodgateway.finding;

import io.hyperpodgateway.json.JsonPointer;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// The fixes of findings that an answer does not show: others may build on what they make.
final class FixesLeftOut {

    private final Set<JsonPointer> places = new HashSet<>();

    FixesLeftOut(Collection<Finding> leftOut) {
        for (Finding finding : leftOut) {
            finding.fix().forEach(operation -> places.add(operation.path()));
        }
    }

    /// The finding, without its fix if that builds on one of these.
    Finding notNeededBy(Finding finding) {
        boolean builds =
                finding.fix().stream()
                        .flatMap(PatchOperation::places)
                        .flatMap(JsonPointer::prefixes)
                        .anyMatch(places::contains);
        return builds ? finding.withoutFix() : finding;
    }
}
