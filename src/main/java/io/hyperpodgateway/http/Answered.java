package io.hyperpodgateway.http;

import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.spec.Finding;

import java.util.List;

/// An answer, and what is worth telling about it in the log.
///
/// @param route the route's template, or `none`
/// @param outcome the outcome's name: `created`, `ok`, a problem's id
/// @param findings what was found about the request
public record Answered(
        HttpAnswer answer, Visit visit, String route, String outcome, List<Finding> findings) {

    public Answered {
        findings = List.copyOf(findings);
    }
}
