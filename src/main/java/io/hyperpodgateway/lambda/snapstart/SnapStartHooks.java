package io.hyperpodgateway.lambda.snapstart;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

import java.util.List;

/// What is done before a snapshot and in each copy of it. Whatever a step throws goes to Lambda: a
/// snapshot that was not prepared is not published, and a copy that did not wake up is not used.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">
///   Lambda's runtime hooks</a>
public final class SnapStartHooks implements Resource {

    private final List<Runnable> beforeCheckpoint;
    private final List<Runnable> afterRestore;

    private SnapStartHooks(List<Runnable> beforeCheckpoint, List<Runnable> afterRestore) {
        this.beforeCheckpoint = List.copyOf(beforeCheckpoint);
        this.afterRestore = List.copyOf(afterRestore);
    }

    /// Hands the hooks to Lambda, which refers to them weakly: whoever wants them run holds them.
    ///
    /// @param beforeCheckpoint the steps before the snapshot, in their order
    /// @param afterRestore the steps in each copy, in their order; all within ten seconds
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
