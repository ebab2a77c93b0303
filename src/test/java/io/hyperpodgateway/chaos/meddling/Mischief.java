package io.hyperpodgateway.chaos.meddling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The faults of one run: those that are to happen, and those that did.
final class Mischief {

    private final List<Fault> planned;
    private final List<Fault> happened = new ArrayList<>();
    private final Map<Step, Integer> calls = new EnumMap<>(Step.class);

    Mischief(List<Fault> planned) {
        this.planned = new ArrayList<>(planned);
    }

    /// What goes wrong with the call of that step that begins now.
    synchronized Optional<Fault> take(Step step) {
        int call = calls.merge(step, 1, Integer::sum);
        Optional<Fault> fault =
                planned.stream()
                        .filter(each -> each.step() == step && each.occurrence() == call)
                        .findFirst();
        fault.ifPresent(each -> {
            planned.remove(each);
            happened.add(each);
        });
        return fault;
    }

    synchronized List<Fault> happened() {
        return List.copyOf(happened);
    }
}
