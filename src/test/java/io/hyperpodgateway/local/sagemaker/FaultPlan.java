package io.hyperpodgateway.local.sagemaker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The faults that are yet to happen, in their order for each operation.
final class FaultPlan {

    private final Map<Operation, Deque<Fault>> next = new EnumMap<>(Operation.class);
    private final Map<Operation, Fault> standing = new EnumMap<>(Operation.class);

    synchronized void add(Operation operation, Fault fault, int times) {
        Deque<Fault> faults = next.computeIfAbsent(operation, _ -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) faults.add(fault);
    }

    synchronized void stand(Operation operation, Fault fault) {
        standing.put(operation, fault);
    }

    /// The fault of the call that begins now, if it has one.
    synchronized Optional<Fault> take(Operation operation) {
        Deque<Fault> faults = next.getOrDefault(operation, new ArrayDeque<>());
        return Optional.ofNullable(faults.poll())
                .or(() -> Optional.ofNullable(standing.get(operation)));
    }

    synchronized void clear() {
        next.clear();
        standing.clear();
    }
}
