package io.hyperpodgateway.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// The processes of the function: one at work and one in reserve, which takes over when the first
/// is killed.
final class FunctionInstances implements AutoCloseable {

    private final Function<String, FunctionInstance> start;
    private final ExecutorService starter = Executors.newSingleThreadExecutor();
    private final AtomicInteger started = new AtomicInteger();
    private CompletableFuture<FunctionInstance> first;
    private CompletableFuture<FunctionInstance> reserve;

    /// @param start starts a process of that name
    FunctionInstances(Function<String, FunctionInstance> start) {
        this.start = start;
        first = begin();
        reserve = begin();
    }

    FunctionInstance first() {
        if (!first.join().isAlive()) {
            retire(first.join());
            first = reserve;
            reserve = begin();
            return first();
        }
        return first.join();
    }

    FunctionInstance second() {
        first();
        if (!reserve.join().isAlive()) {
            retire(reserve.join());
            reserve = begin();
        }
        return reserve.join();
    }

    int started() {
        return started.get();
    }

    @Override
    public void close() {
        for (CompletableFuture<FunctionInstance> each : new ArrayList<>(List.of(first, reserve))) {
            each.join().close();
        }
        starter.shutdown();
    }

    private CompletableFuture<FunctionInstance> begin() {
        String name = "instance-" + started.incrementAndGet();
        return CompletableFuture.supplyAsync(() -> start.apply(name), starter);
    }

    private void retire(FunctionInstance instance) {
        starter.execute(instance::close);
    }
}
