package io.hyperpodgateway.spec;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.Finding.Source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Leaves out every fix that would not apply cleanly after those of the findings before it: its
/// place is gone, holds something else by now, or is only made later.
///
/// Shapes are mended before rules look, so rules count on what the shape check's fixes make; and no
/// fix counts on what a rule's makes.
final class FixesInTurn {

    /// Whose turn it is when a fix of the shape check first makes what stands at a place.
    private final Map<JsonPointer, Integer> makers = new HashMap<>();

    /// The places that do not hold what was looked at.
    private final Set<JsonPointer> spent = new HashSet<>();

    /// The places above an item that is taken out: the items behind it have other places now.
    private final Set<JsonPointer> shifted = new HashSet<>();

    private FixesInTurn() {}

    /// The findings, in their order, with those fixes that apply one after the other.
    static List<Finding> of(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.fix().isPresent()) return new FixesInTurn().checked(findings);
        }
        return findings;
    }

    private List<Finding> checked(List<Finding> findings) {
        for (int turn = 0; turn < findings.size(); turn++) {
            if (isMend(findings.get(turn))) noteMaker(findings.get(turn), turn);
        }
        var checked = new ArrayList<Finding>(findings.size());
        for (Finding finding : findings) {
            checked.add(checked(finding, checked.size()));
        }
        return checked;
    }

    private static boolean isMend(Finding finding) {
        return finding.source() == Source.SHAPE;
    }

    private void noteMaker(Finding finding, int turn) {
        for (FixOperation operation : FixOperation.of(finding)) {
            operation.made().ifPresent(place -> makers.putIfAbsent(place, turn));
        }
    }

    private Finding checked(Finding finding, int turn) {
        List<FixOperation> fix = FixOperation.of(finding);
        if (fix.stream().allMatch(operation -> applies(operation, turn))) {
            fix.forEach(operation -> note(operation, isMend(finding)));
            return finding;
        }
        fix.forEach(operation -> operation.made().ifPresent(spent::add));
        return finding.withoutFix();
    }

    private boolean applies(FixOperation operation, int turn) {
        return operation.places().allMatch(place -> place.isShort() && stands(place, turn));
    }

    /// Whether the place, and each above it, is what it was taken for.
    private boolean stands(FixPlace place, int turn) {
        return place.andAllAbove()
                .noneMatch(here ->
                        spent.contains(here.pointer())
                                || makers.getOrDefault(here.pointer(), turn) > turn
                                || here.above().filter(shifted::contains).isPresent());
    }

    private void note(FixOperation operation, boolean isMend) {
        operation.taken().ifPresent(this::noteTaken);
        if (!isMend) operation.made().ifPresent(spent::add);
    }

    private void noteTaken(JsonPointer pointer) {
        spent.add(pointer);
        var place = new FixPlace(pointer);
        if (place.mayBeItem()) place.above().ifPresent(shifted::add);
    }
}
