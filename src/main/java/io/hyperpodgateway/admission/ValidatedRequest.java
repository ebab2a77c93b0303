package io.hyperpodgateway.admission;

import io.hyperpodgateway.finding.Finding;

import java.util.List;

/// A request that AWS's specification allows.
///
/// @param request the body as read, and with what the policy adds
/// @param findings the findings, none of them an ERROR
record ValidatedRequest(EffectiveRequest request, List<Finding> findings) {

    ValidatedRequest {
        findings = List.copyOf(findings);
    }
}
