package io.hyperpodgateway.chaos.proxy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The faults of one run, planned and injected.
final class FaultSchedule {

    private final List<InjectedFault> planned;
    private final List<InjectedFault> happened = new ArrayList<>();
    private final Map<AwsStep, Integer> calls = new EnumMap<>(AwsStep.class);

    FaultSchedule(List<InjectedFault> planned) {
        this.planned = new ArrayList<>(planned);
    }

    /// The fault of this step's next call.
    synchronized Optional<InjectedFault> take(AwsStep step) {
        int call = calls.merge(step, 1, Integer::sum);
        Optional<InjectedFault> fault =
                planned.stream()
                        .filter(each -> each.step() == step && each.occurrence() == call)
                        .findFirst();
        fault.ifPresent(each -> {
            planned.remove(each);
            happened.add(each);
        });
        return fault;
    }

    synchronized List<InjectedFault> happened() {
        return List.copyOf(happened);
    }
}
