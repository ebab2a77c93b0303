package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.policy.reference.Reference;
import io.hyperpodgateway.policy.reference.References;
import io.hyperpodgateway.spec.ClusterRequest;

import java.util.List;
import java.util.Objects;

/// What is asked for, looked through once for all checks.
///
/// @param request the request itself
/// @param groups all its groups, the restricted ones included
/// @param references everything it names that the caller may have no right to
public record Asked(ClusterRequest request, List<AskedGroup> groups, List<Reference> references) {

    public Asked {
        Objects.requireNonNull(request);
        groups = List.copyOf(groups);
        references = List.copyOf(references);
    }

    /// What this request asks for.
    public static Asked of(ClusterRequest request) {
        return new Asked(
                request,
                request.groups().stream().map(AskedGroup::of).toList(),
                References.of(request.document()));
    }
}
