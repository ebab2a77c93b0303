package io.hyperpodgateway.finding;

import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.PatchOperation.Add;
import io.hyperpodgateway.json.JsonPointer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Leaves out every fix that would not apply cleanly after those of the findings before it: its
/// place is gone, holds something else by now, or is only made later.
///
/// The fixes of the shape check are written to apply in this order, so they go unless a rule's
/// comes between. Rules look at the document that these repair, so they count on what has been made
/// by their turn; and no fix counts on what a rule's makes.
final class FixesInTurn {

    /// Whose turn it is when a fix of the shape check first changes what is at a place.
    private final Map<JsonPointer, Integer> changes = new HashMap<>();

    /// The same of arrays into which it puts an item: those behind it get other places.
    private final Map<JsonPointer, Integer> insertions = new HashMap<>();

    /// The places that do not hold what was looked at: the shape check has emptied them.
    private final Set<JsonPointer> emptied = new HashSet<>();

    /// The same, by the fix of a rule.
    private final Set<JsonPointer> spent = new HashSet<>();

    /// The places above an item that is taken out: the items behind it have other places now.
    private final Set<JsonPointer> shifted = new HashSet<>();

    private FixesInTurn() {}

    /// The findings, in their order, with those fixes that apply one after the other.
    static List<Finding> of(List<Finding> findings) {
        for (Finding finding : findings) {
            if (!finding.fix().isEmpty()) return new FixesInTurn().checked(findings);
        }
        return findings;
    }

    private List<Finding> checked(List<Finding> findings) {
        for (int turn = 0; turn < findings.size(); turn++) {
            if (isRepair(findings.get(turn))) noteChanges(findings.get(turn), turn);
        }
        var checked = new ArrayList<Finding>(findings.size());
        for (Finding finding : findings) {
            checked.add(checked(finding, checked.size()));
        }
        return checked;
    }

    private static boolean isRepair(Finding finding) {
        return finding.source() == Source.SHAPE;
    }

    private void noteChanges(Finding finding, int turn) {
        for (PatchOperation operation : finding.fix()) {
            operation.changedPlace().ifPresent(place -> changes.putIfAbsent(place, turn));
            operation.emptiedPlace().ifPresent(place -> changes.putIfAbsent(place, turn));
            if (operation instanceof Add(JsonPointer path, _) && path.isItem())
                path.parent().ifPresent(list -> insertions.putIfAbsent(list, turn));
        }
    }

    private Finding checked(Finding finding, int turn) {
        List<PatchOperation> fix = finding.fix();
        boolean isRepair = isRepair(finding);
        if (fix.stream().allMatch(operation -> applies(operation, isRepair, turn))) {
            fix.forEach(operation -> note(operation, isRepair));
            return finding;
        }
        fix.forEach(operation -> operation.changedPlace().ifPresent(spent::add));
        return finding.withoutFix();
    }

    private boolean applies(PatchOperation operation, boolean isRepair, int turn) {
        return operation
                .places()
                .allMatch(place ->
                        place.shortened().equals(place)
                                && place.prefixes().noneMatch(this::isSpent)
                                && (isRepair || isReady(place, turn)));
    }

    private boolean isSpent(JsonPointer here) {
        return spent.contains(here) || here.parent().filter(shifted::contains).isPresent();
    }

    /// Whether the place, and each above it, is what the rule took it for.
    private boolean isReady(JsonPointer place, int turn) {
        return place.prefixes()
                .noneMatch(here ->
                        emptied.contains(here)
                                || changes.getOrDefault(here, turn) > turn
                                || insertions.getOrDefault(here, turn) > turn);
    }

    private void note(PatchOperation operation, boolean isRepair) {
        operation.emptiedPlace().ifPresent(isRepair ? emptied::add : this::noteTaken);
        operation.changedPlace().ifPresent(isRepair ? this::noteMade : spent::add);
    }

    private void noteMade(JsonPointer place) {
        emptied.remove(place);
        if (place.equals(JsonPointer.ROOT)) emptied.clear();
    }

    private void noteTaken(JsonPointer place) {
        spent.add(place);
        if (place.isItem()) place.parent().ifPresent(shifted::add);
    }
}
