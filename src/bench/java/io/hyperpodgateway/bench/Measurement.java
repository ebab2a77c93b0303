package io.hyperpodgateway.bench;

import java.io.IOException;
import java.nio.file.Path;

/// One thing that the profile `bench` measures.
public interface Measurement {

    /// The name that `-Dbench.include` matches.
    String name();

    /// Measures, prints, and writes the numbers as JSON into that folder.
    ///
    /// @return whether the numbers are within their bound, if there is one
    boolean holds(Path folder) throws IOException;
}
