package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;

import java.util.List;

/// Checks documents against the shapes of CreateCluster and finds everything that does not fit: in
/// document order, what is missing last within its object. Where only one repair is possible, it is
/// made first, so that a misspelt member is checked further under its right name.
///
/// It goes no deeper than the document does, and JSON texts are read 64 deep at most.
public final class ShapeValidator {

    private final ServiceModel model;
    private final MemberPlaces places;
    private final Level unknownInstanceType;

    /// @param unknownInstanceType the level of findings on instance types that the model does not
    ///   know
    public ShapeValidator(ServiceModel model, Level unknownInstanceType) {
        this.model = model;
        this.places = new MemberPlaces(model);
        this.unknownInstanceType = unknownInstanceType;
    }

    /// Everything about the document that does not fit.
    public List<Finding> check(JsonObject document) {
        return checkAndRepair(document).findings();
    }

    /// Everything about the document that does not fit, with the document as it is once all fixes
    /// of these findings are applied.
    public ShapeCheckResult checkAndRepair(JsonObject document) {
        return new ShapeCheck(model, places, unknownInstanceType, document).run();
    }
}
