package io.hyperpodgateway.chaos;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.chaos.ChaosRun.Result;
import io.hyperpodgateway.chaos.proxy.InjectedFault;
import io.hyperpodgateway.chaos.proxy.InjectedFault.Kind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The results of many runs.
final class ChaosSummary {

    private final long seed;
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<String, Integer> steps = new TreeMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final Set<String> cells = new TreeSet<>();
    private final List<Result> violated = new ArrayList<>();
    private int runs;
    private int clusters;
    private int intents;
    private int outcomeCount;

    ChaosSummary(long seed) {
        this.seed = seed;
    }

    synchronized void add(Result result) {
        runs++;
        clusters += result.clusters();
        for (InjectedFault injectedFault : result.faults()) {
            count(faults, injectedFault.kind().toString());
            count(steps, injectedFault.step().toString());
            cells.add(injectedFault.cell());
        }
        for (AuditEvent event : result.events()) {
            if (event.type() == EventType.INTENDED) {
                intents++;
            } else {
                outcomeCount++;
                count(outcomes, event.type() + " " + event.text("outcome").orElse("?"));
            }
        }
        result.answers().forEach(answer -> count(answers, answer.outcome()));
        if (!result.violations().isEmpty()) violated.add(result);
    }

    Set<String> cells() {
        return cells;
    }

    /// The runs that violated an invariant.
    synchronized List<Result> violated() {
        return List.copyOf(violated);
    }

    String report(Duration time, int processes) {
        int kills = faults.getOrDefault(Kind.KILL.toString(), 0);
        return """
        seed                 %d
        runs                 %d, in %d s, on %d processes
        faults               %s
        at                   %s
        killed in the middle %d, and what a stray call took with it
        clusters made        %d
        intents              %d
        outcomes             %d: %s
        answers heard        %s
        lost                 %d intents without outcome; %d runs after which something did not hold
        """
                .formatted(
                        seed,
                        runs,
                        time.toSeconds(),
                        processes,
                        list(faults),
                        list(steps),
                        kills,
                        clusters,
                        intents,
                        outcomeCount,
                        list(outcomes),
                        list(answers),
                        intents - outcomeCount,
                        violated.size());
    }

    private static void count(Map<String, Integer> counts, String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static String list(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> "%s %d".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }
}
