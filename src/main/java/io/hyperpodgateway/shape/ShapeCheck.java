package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.shape.Edit.Unwrap;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// The shape check of one document: first it makes the repairs that are certain, then it checks the
/// document that they leave. Its stages share what is in here: the document as it is edited, and
/// what is found.
final class ShapeCheck {

    private final ServiceModel model;
    private final MemberPlaces places;
    private final ShapeMessages messages;
    private final UnknownMemberMessages unknownMemberMessages;
    private final MisspeltMemberFinder names;
    private final JsonObject sent;
    private final EditedDocument document;
    private final List<Finding> findings = new ArrayList<>();
    private final IdentityHashMap<Finding, List<Edit>> edits = new IdentityHashMap<>();
    private List<UnknownMember> unknown = new ArrayList<>();
    private int errors;

    /// A member that its structure does not know.
    record UnknownMember(StructureShape shape, String name, Node value) {}

    ShapeCheck(
            ServiceModel model, MemberPlaces places, Level unknownInstanceType, JsonObject sent) {
        this.model = model;
        this.places = places;
        this.messages = new ShapeMessages(unknownInstanceType, new ShapeExample(model));
        this.names = new MisspeltMemberFinder(model);
        this.unknownMemberMessages = new UnknownMemberMessages(model, places, names);
        this.sent = sent;
        this.document = new EditedDocument(sent);
    }

    ShapeCheckResult run() {
        unwrap();
        var repair = new MemberRepair(this);
        repair.document(model.input());
        new Relocation(this, repair).apply();
        new ConstraintCheck(this).structure(model.input(), root());
        return result();
    }

    private void unwrap() {
        var wrapper = new RequestWrapper(model.input());
        wrapper.placeOfRequest(sent)
                .ifPresent(place ->
                        repair(
                                unknownMemberMessages.wrapper(
                                        place,
                                        RequestWrapper.isCloudFormation(sent, place),
                                        model.input()),
                                new Unwrap(root().at(place).orElseThrow())));
    }

    ServiceModel model() {
        return model;
    }

    MemberPlaces places() {
        return places;
    }

    ShapeMessages messages() {
        return messages;
    }

    UnknownMemberMessages unknownMemberMessages() {
        return unknownMemberMessages;
    }

    MisspeltMemberFinder names() {
        return names;
    }

    /// The document as it is repaired so far.
    Node root() {
        return document.root();
    }

    /// Whether enough was found: nobody is shown more. Only ERRORs count, or warnings could hide
    /// one.
    boolean hasEnoughErrors() {
        return errors >= Findings.ENOUGH;
    }

    /// Whether enough is repaired: there is room for what the check of the whole finds, which
    /// begins at the front again.
    boolean hasEnoughRepairs() {
        return edits.size() >= Findings.ENOUGH / 2;
    }

    /// Whether enough was found that refuses nothing.
    boolean hasEnoughWarnings() {
        return findings.size() - errors >= Findings.ENOUGH;
    }

    void add(Finding finding) {
        findings.add(finding);
        if (finding.isError()) errors++;
    }

    /// Adds the finding, and applies the edit that repairs it.
    void repair(Finding finding, Edit edit) {
        repair(finding, List.of(edit));
    }

    /// Adds the finding, and applies the edits that repair it together.
    void repair(Finding finding, List<Edit> together) {
        add(finding);
        edits.put(finding, together);
        together.forEach(document::apply);
    }

    /// Adds an unknown member for [Relocation]; beyond those that are shown, enough is found in any
    /// case.
    void addUnknown(UnknownMember member) {
        if (unknown.size() < Findings.ENOUGH) unknown.add(member);
    }

    /// The unknown members that were added so far; each is handed out once.
    List<UnknownMember> takeUnknown() {
        List<UnknownMember> taken = unknown;
        unknown = new ArrayList<>();
        return taken;
    }

    private ShapeCheckResult result() {
        return edits.isEmpty()
                ? new ShapeCheckResult(findings, sent, Node.of(sent))
                : new ShapeCheckResult(withFixes(), (JsonObject) root().json(), root());
    }

    /// Operations are written in the order in which a client applies them.
    private List<Finding> withFixes() {
        var client = new EditedDocument(sent, edits.values().stream().flatMap(List::stream));
        return Findings.inOrderOf(sent, findings).stream()
                .map(finding -> finding.withFix(operations(client, finding)))
                .toList();
    }

    private List<PatchOperation> operations(EditedDocument client, Finding finding) {
        return edits.getOrDefault(finding, List.of()).stream()
                .flatMap(edit -> client.apply(edit).stream())
                .toList();
    }
}
