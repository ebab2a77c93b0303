package io.hyperpodgateway.audit;

/// The record could not be read or written, or not in the time given.
public final class AuditUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AuditUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
