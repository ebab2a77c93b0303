package io.hyperpodgateway.identity;

import java.util.Objects;

/// An unidentified caller.
///
/// @param why what the event lacks, for the answer
public record Unidentified(String why) implements Identity {

    public Unidentified {
        Objects.requireNonNull(why);
    }
}
