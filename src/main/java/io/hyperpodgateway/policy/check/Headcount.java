package io.hyperpodgateway.policy.check;

import java.util.List;

/// The instances of all groups together.
///
/// @param complete whether every group tells how many it asks for
/// @param largest the number of the largest group
/// @param total the number of all groups that tell theirs, [Long#MAX_VALUE] if it is more
public record Headcount(boolean complete, long largest, long total) {

    static Headcount of(List<AskedGroup> groups) {
        boolean complete = true;
        long largest = 0;
        long total = 0;
        for (AskedGroup group : groups) {
            complete &= group.count().isPresent();
            largest = Math.max(largest, group.count().orElse(0L));
            total = plus(total, group.count().orElse(0L));
        }
        return new Headcount(complete, largest, total);
    }

    /// The sum of two numbers from 0, [Long#MAX_VALUE] if it is more.
    public static long plus(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }
}
