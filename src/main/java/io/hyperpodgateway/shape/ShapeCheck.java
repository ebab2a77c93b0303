package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.List;
import java.util.Objects;

/// What the shape check found in a document, and the document as its fixes leave it.
///
/// @param findings everything that does not fit, in document order, with pointers into the body as
///   sent
/// @param repaired the document with every fix of these findings applied, in their order; the
///   document itself if no finding has a fix. What no fix repairs is still in it, so it may hold
///   values of wrong types and unknown members
/// @param places where each part of the repaired document was sent
public record ShapeCheck(List<Finding> findings, JsonObject repaired, SentPlaces places) {

    public ShapeCheck {
        findings = List.copyOf(findings);
        Objects.requireNonNull(repaired);
        Objects.requireNonNull(places);
    }

    /// The pointer into the body as sent of what the pointer names in the repaired document:
    /// `/instance_groups/0` for `/InstanceGroups/0`. A place that the repaired document does not
    /// have is that member of the place above it; where a fix makes several places of one (tags
    /// written as an object), it is that one.
    public JsonPointer sentPointer(JsonPointer repaired) {
        return places.sent(repaired);
    }

    /// The finding on the repaired document as one on the body as sent: its pointer, and the
    /// pointers in its message. Its fix keeps pointing into the repaired document, which is right
    /// where the fixes of an answer are applied in the order of the findings.
    public Finding asSent(Finding finding) {
        return places.asSent(finding);
    }
}
