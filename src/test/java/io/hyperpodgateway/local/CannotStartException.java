package io.hyperpodgateway.local;

import java.util.List;

/// The local run cannot start, for reasons other than a bug, one line each.
final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStartException(String reason) {
        super(reason);
    }

    CannotStartException(List<String> reasons) {
        this(String.join(System.lineSeparator(), reasons));
    }
}
