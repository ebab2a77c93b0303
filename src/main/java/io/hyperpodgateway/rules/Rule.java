package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// What must hold between members of a request. A rule sees requests whose shapes are wrong too,
/// and passes over what it cannot read: the shape check reports that.
public interface Rule {

    /// What the rule is known by.
    RuleId id();

    /// Everything in the request that breaks the rule.
    Stream<Finding> check(ClusterRequest request);
}
