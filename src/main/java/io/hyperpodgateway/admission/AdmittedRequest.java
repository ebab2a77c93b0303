package io.hyperpodgateway.admission;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;

/// A request that specification and policy allow.
///
/// @param attempt what is attempted
/// @param effective what SageMaker is to be asked: the document and what the gateway adds
/// @param warnings what the answer shows, none of it an ERROR
/// @param audited what the record alone shows
record AdmittedRequest(
        Attempt attempt, JsonObject effective, List<Finding> warnings, List<Finding> audited) {

    AdmittedRequest {
        warnings = List.copyOf(warnings);
        audited = List.copyOf(audited);
    }
}
