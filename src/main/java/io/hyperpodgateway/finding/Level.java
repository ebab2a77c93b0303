package io.hyperpodgateway.finding;

/// How much a finding weighs: an ERROR refuses, a WARN is shown, an INFO informs.
public enum Level {
    ERROR,
    WARN,
    INFO
}
