package io.hyperpodgateway.local.sagemaker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The planned faults, in order for each operation.
final class FaultPlan {

    private final Map<StandInOperation, Deque<StandInFault>> next =
            new EnumMap<>(StandInOperation.class);
    private final Map<StandInOperation, StandInFault> lasting =
            new EnumMap<>(StandInOperation.class);

    synchronized void add(StandInOperation standInOperation, StandInFault standInFault, int times) {
        Deque<StandInFault> faults =
                next.computeIfAbsent(standInOperation, _ -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) faults.add(standInFault);
    }

    synchronized void addLasting(StandInOperation standInOperation, StandInFault standInFault) {
        lasting.put(standInOperation, standInFault);
    }

    /// The fault of the next call, if it has one.
    synchronized Optional<StandInFault> take(StandInOperation standInOperation) {
        Deque<StandInFault> faults = next.getOrDefault(standInOperation, new ArrayDeque<>());
        return Optional.ofNullable(faults.poll())
                .or(() -> Optional.ofNullable(lasting.get(standInOperation)));
    }

    synchronized void clear() {
        next.clear();
        lasting.clear();
    }
}
