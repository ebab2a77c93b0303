package io.hyperpodgateway.drift.file;

/// The file is no service model, or not the expected one; the message is for the user.
public final class UnusableModelException extends Exception {

    private static final long serialVersionUID = 1;

    public UnusableModelException(String message) {
        super(message);
    }
}
