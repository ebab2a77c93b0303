package io.hyperpodgateway.bench;

import io.hyperpodgateway.bench.cold.ColdStart;
import io.hyperpodgateway.bench.inner.InnerParts;
import io.hyperpodgateway.bench.inner.Ratchet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

public final class Bench {

    private static final List<Measurement> ALL =
            List.of(
                    new CostByGroups(),
                    new CostOfPolicy(),
                    new CostOfCorpus(),
                    new ColdStart(),
                    new InnerParts(),
                    new Ratchet());

    private Bench() {}

    /// Exits with 1 if a measurement exceeds its bound.
    ///
    /// @param args the folder for the results, and a substring of the names to run
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Pattern wanted = Pattern.compile(args[1]);
        boolean held = true;
        for (Measurement measurement : ALL) {
            if (!wanted.matcher(measurement.name()).find()) continue;
            System.out.printf("%n== %s%n", measurement.name());
            held &= measurement.holds(folder);
        }
        if (!held) System.exit(1);
    }
}
