package io.hyperpodgateway.drift.comparison;

/// What a difference means to somebody who calls CreateCluster.
public enum Meaning {
    NEWLY_POSSIBLE("Newly possible"),
    NEWLY_REFUSED("Newly refused"),
    CANNOT_BE_TOLD("Cannot be told"),
    OTHER("Other");

    private final String heading;

    Meaning(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }
}
