package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.shape.Edit.Unwrap;

import java.util.Optional;

/// The shape check of one document: first the repairs that are certain, then a check of the
/// document as they leave it.
final class Repairs {

    private final ServiceModel model;
    private final ShapeFindings findings;
    private final JsonObject document;
    private final Noted noted;

    Repairs(ServiceModel model, ShapeFindings findings, JsonObject document) {
        this.model = model;
        this.findings = findings;
        this.document = document;
        this.noted = new Noted(document);
    }

    ShapeCheck check() {
        unwrap();
        var guesses = new Guesses();
        var members = new MemberRepairs(model, findings, guesses, noted);
        members.document(model.input(), noted.root());
        new Relocations(model, members, findings, noted).apply();
        new UnionSplits(model, findings, noted).structure(model.input(), noted.root());
        new TreeCheck(model, findings, guesses, noted).structure(model.input(), noted.root());
        return noted.check();
    }

    private void unwrap() {
        Optional<JsonPointer> place = new Wrapper(model.input()).of(document);
        if (place.isEmpty()) return;
        Node request = noted.root();
        for (String token : place.get().tokens()) request = request.child(token).orElseThrow();
        noted.repair(
                findings.wrapped(
                        place.get(),
                        Wrapper.isCloudFormation(document, place.get()),
                        model.input()),
                new Unwrap(request));
    }
}
