package io.hyperpodgateway.bench;

import java.io.IOException;
import java.nio.file.Path;

/// One thing that the profile `bench` measures.
public interface Measurement {

    /// The name by which `-Dbench.include` chooses.
    String name();

    /// Measures, prints, and leaves the numbers as JSON in that folder.
    ///
    /// @return whether the numbers keep to their bound, where there is one
    boolean holds(Path folder) throws IOException;
}
