package io.hyperpodgateway.spec.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Findings;
import io.hyperpodgateway.spec.Fix;

import java.util.ArrayList;
import java.util.List;

/// What one pass over one document has come to so far: where it stands, what is found, and how
/// often something was mended.
final class Pass {

    private final Trail trail = new Trail();
    private final List<Finding> found = new ArrayList<>();
    private int mends;
    private int errors;

    Trail trail() {
        return trail;
    }

    List<Finding> found() {
        return found;
    }

    /// Grows with each mend: what was walked through between two equal numbers is as it was sent.
    int mends() {
        return mends;
    }

    /// Whether enough was found: nobody is shown more. Only what refuses counts, or warnings could
    /// hide it.
    boolean isFull() {
        return errors >= Findings.ENOUGH;
    }

    /// Whether enough was found that refuses nothing.
    boolean isFullOfWarnings() {
        return found.size() - errors >= Findings.ENOUGH;
    }

    void note(Finding finding) {
        found.add(finding);
        if (finding.isError()) errors++;
    }

    /// The value stays, with that finding.
    Json kept(Finding finding, Json value) {
        note(finding);
        return value;
    }

    /// The value that stands here in the mended document, with that finding.
    Json replaced(Finding finding, Json meant) {
        note(finding.withFix(Fix.replace(trail.mended(), meant)));
        mends++;
        return meant;
    }

    /// The member of this place is left out of the mended document, with that finding.
    void removed(Finding finding, String name) {
        // libraries differ on what a tilde in a name is
        note(
                name.contains("~")
                        ? finding
                        : finding.withFix(Fix.remove(trail.mended().member(name))));
        mends++;
    }

    /// The member of this place has another name in the mended document, with that finding.
    void renamed(Finding finding, String name, String right) {
        var here = trail.mended();
        note(finding.withFix(Fix.move(here.member(name), here.member(right))));
        mends++;
    }
}
