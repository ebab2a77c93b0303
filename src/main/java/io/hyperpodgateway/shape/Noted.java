package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// What is found about one document, and the document with the edits that repair it.
final class Noted {

    private final JsonObject document;
    private final Draft draft;
    private final List<Finding> found = new ArrayList<>();
    private final IdentityHashMap<Finding, Edit> edits = new IdentityHashMap<>();
    private int errors;

    Noted(JsonObject document) {
        this.document = document;
        this.draft = Draft.of(Node.of(document));
    }

    /// The document as it is repaired so far.
    Node root() {
        return draft.root();
    }

    /// Whether enough was found: nobody is shown more. Only what refuses counts, or warnings could
    /// hide it.
    boolean isFull() {
        return errors >= Findings.ENOUGH;
    }

    /// Whether enough is repaired: there is room for what the check of the whole finds, which
    /// begins at the front again.
    boolean isFullOfRepairs() {
        return edits.size() >= Findings.ENOUGH / 2;
    }

    /// Whether enough was found that refuses nothing.
    boolean isFullOfWarnings() {
        return found.size() - errors >= Findings.ENOUGH;
    }

    /// As many unknown members as are worth a look: beyond, enough is found in any case.
    int limit() {
        return Findings.ENOUGH;
    }

    /// The same of what refuses nothing; beyond what is shown it is repaired and not noted.
    void repairWarning(Finding finding, Edit edit) {
        if (!isFullOfWarnings()) {
            repair(finding, edit);
        } else {
            draft.apply(edit);
        }
    }

    void note(Finding finding) {
        found.add(finding);
        if (finding.isError()) errors++;
    }

    /// Notes what an edit repairs, and applies that.
    void repair(Finding finding, Edit edit) {
        note(finding);
        edits.put(finding, edit);
        draft.apply(edit);
    }

    ShapeCheck check() {
        if (edits.isEmpty()) return new ShapeCheck(found, document, SentPlaces.THE_SAME);
        var repaired = (JsonObject) draft.root().json();
        return new ShapeCheck(withFixes(), repaired, new SentPlaces(draft.root()));
    }

    /// Operations are written in the order in which a client applies them.
    private List<Finding> withFixes() {
        List<Finding> ordered = Findings.inOrderOf(document, found);
        Draft client = Draft.of(document, List.copyOf(edits.values()));
        var fixed = new ArrayList<Finding>(ordered.size());
        for (Finding finding : ordered) {
            fixed.add(
                    edits.containsKey(finding)
                            ? finding.withFix(client.apply(edits.get(finding)))
                            : finding);
        }
        return fixed;
    }
}
