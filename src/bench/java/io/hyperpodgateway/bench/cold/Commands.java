package io.hyperpodgateway.bench.cold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs other programs.
final class Commands {

    private Commands() {}

    /// @return its output
    /// @throws IOException if it cannot be started, or fails
    static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.onExit().join().exitValue();
        if (code != 0) throw new IOException(String.join(" ", command) + ": " + output);
        return output;
    }
}
