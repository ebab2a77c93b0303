package io.hyperpodgateway.bench.cold;

import java.io.IOException;
import java.util.List;

/// Assigns cores: the last one to the function, all others to the rest.
final class Cores {

    private static final int COUNT = Runtime.getRuntime().availableProcessors();
    private static final boolean PIN = COUNT > 1 && canPin();

    private Cores() {}

    static int count() {
        return COUNT;
    }

    /// The prefix of a command that runs on one core.
    static List<String> ofTheFunction() {
        return PIN ? List.of("taskset", "-c", Integer.toString(COUNT - 1)) : List.of();
    }

    /// Moves this process, with all its threads, to the other cores.
    static void leaveTheFunctionAlone() throws IOException {
        if (!PIN) {
            System.out.println("nothing is pinned: one core, or no taskset");
            return;
        }
        Commands.run(
                List.of(
                        "taskset",
                        "-a",
                        "-p",
                        "-c",
                        COUNT > 2 ? "0-" + (COUNT - 2) : "0",
                        Long.toString(ProcessHandle.current().pid())));
    }

    private static boolean canPin() {
        try {
            Commands.run(List.of("taskset", "-c", "0", "true"));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
