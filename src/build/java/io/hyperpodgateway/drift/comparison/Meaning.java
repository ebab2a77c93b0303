package io.hyperpodgateway.drift.comparison;

/// The meaning of a difference to callers of CreateCluster.
public enum Meaning {
    NEWLY_POSSIBLE("Newly possible"),
    NEWLY_REFUSED("Newly refused"),
    UNKNOWN("Effect unknown"),
    OTHER("Other");

    private final String heading;

    Meaning(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }
}
