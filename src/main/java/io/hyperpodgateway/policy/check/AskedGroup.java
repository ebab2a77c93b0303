package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.InstanceGroup;

import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/// One group that is asked for, restricted or not, looked through once for all checks.
///
/// @param group the group itself
/// @param types every instance type that it may come to have, by its place
/// @param count how many instances are asked for, if that is told as a number from 0
public record AskedGroup(
        InstanceGroup group, SequencedMap<JsonPointer, String> types, Optional<Long> count) {

    public AskedGroup {
        Objects.requireNonNull(group);
        Objects.requireNonNull(types);
        Objects.requireNonNull(count);
    }

    static AskedGroup of(InstanceGroup group) {
        return new AskedGroup(
                group,
                group.instanceTypes(),
                group.instanceCount().filter(instances -> instances >= 0));
    }

    /// The place of one of its members, or where it would stand.
    public JsonPointer at(String member) {
        return group.pointer().member(member);
    }
}
