package io.hyperpodgateway.lambda.snapstart;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

import java.util.List;

/// Runs steps before a snapshot and in each copy of it. An exception in a step is left to Lambda,
/// which then does not publish the snapshot, or does not use the copy.
///
/// @see <a
///   href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Lambda's
///   runtime hooks</a>
public final class SnapStartHooks implements Resource {

    private final List<Runnable> beforeCheckpoint;
    private final List<Runnable> afterRestore;

    private SnapStartHooks(List<Runnable> beforeCheckpoint, List<Runnable> afterRestore) {
        this.beforeCheckpoint = List.copyOf(beforeCheckpoint);
        this.afterRestore = List.copyOf(afterRestore);
    }

    /// Registers the hooks with Lambda, which references them weakly: the caller must keep the
    /// result.
    ///
    /// @param beforeCheckpoint the steps before the snapshot, in order
    /// @param afterRestore the steps in each copy, in order; all within ten seconds
    public static SnapStartHooks register(
            List<Runnable> beforeCheckpoint, List<Runnable> afterRestore) {
        var hooks = new SnapStartHooks(beforeCheckpoint, afterRestore);
        Core.getGlobalContext().register(hooks);
        return hooks;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        beforeCheckpoint.forEach(Runnable::run);
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        afterRestore.forEach(Runnable::run);
    }
}
