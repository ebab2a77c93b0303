package io.hyperpodgateway.admission;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;

/// A request that specification and policy allow.
///
/// @param effective the request to SageMaker: the document and what the gateway adds
/// @param warnings findings for the answer, none of them an ERROR
/// @param audited findings for the record only
record AdmittedRequest(
        Attempt attempt, JsonObject effective, List<Finding> warnings, List<Finding> audited) {

    AdmittedRequest {
        warnings = List.copyOf(warnings);
        audited = List.copyOf(audited);
    }
}
