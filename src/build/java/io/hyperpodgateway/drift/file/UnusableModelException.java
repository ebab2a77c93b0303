package io.hyperpodgateway.drift.file;

/// A file that is no service model, or not the one that is wanted; the message is for whoever named
/// it.
public final class UnusableModelException extends Exception {

    private static final long serialVersionUID = 1;

    public UnusableModelException(String message) {
        super(message);
    }
}
