package io.hyperpodgateway.spec.shape;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.spec.Finding;

import java.util.List;
import java.util.Objects;

/// What the shape check came to.
///
/// @param findings everything that does not fit, in document order, with places in the body as sent
/// @param mended the document with every fix of these findings applied; the document itself if
///   there is none
/// @param places where what stands in the mended document was sent
public record ShapeCheck(List<Finding> findings, JsonObject mended, SentPlaces places) {

    public ShapeCheck {
        findings = List.copyOf(findings);
        Objects.requireNonNull(mended);
        Objects.requireNonNull(places);
    }

    /// Nothing was found.
    static ShapeCheck flawless(JsonObject document) {
        return new ShapeCheck(List.of(), document, SentPlaces.THE_SAME);
    }
}
