package io.hyperpodgateway.policy.opening;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.BindingLists;
import io.hyperpodgateway.policy.check.Check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What the `deny` rules that bind a caller open. What none of them states is closed: a caller whom
/// no rule binds may have nothing.
public record Openings(
        OpenReferences references, OpenInstanceTypes instanceTypes, OpenInstanceCounts counts) {

    /// The rules of the findings on what is closed.
    public static final List<String> RULES =
            List.of(
                    OpenReferences.UNLISTED,
                    OpenInstanceTypes.UNLISTED,
                    OpenInstanceCounts.UNLIMITED);

    public Openings {
        Objects.requireNonNull(references);
        Objects.requireNonNull(instanceTypes);
        Objects.requireNonNull(counts);
    }

    /// What these checks, of the `deny` rules that bind the caller, open.
    public static Openings by(List<Check> denying) {
        return new Openings(
                OpenReferences.by(denying),
                OpenInstanceTypes.by(denying),
                OpenInstanceCounts.by(denying));
    }

    /// The lists that a refusal refers to.
    public BindingLists lists() {
        return new BindingLists(instanceTypes.lists(), references.lists());
    }

    /// The findings on what is asked for and closed.
    public List<Finding> judge(Asked asked) {
        var found = new ArrayList<>(references.judge(asked.references()));
        instanceTypes.judge(asked).ifPresent(found::add);
        counts.judge(asked).ifPresent(found::add);
        return found;
    }
}
