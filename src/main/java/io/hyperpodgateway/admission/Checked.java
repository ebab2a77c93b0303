package io.hyperpodgateway.admission;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.spec.Finding;

import java.util.List;

/// A document that AWS's specification allows.
///
/// @param document the body as read
/// @param findings what was found about it, none of it an ERROR
record Checked(JsonObject document, List<Finding> findings) {

    Checked {
        findings = List.copyOf(findings);
    }
}
