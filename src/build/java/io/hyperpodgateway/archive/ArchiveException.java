package io.hyperpodgateway.archive;

import java.util.List;

/// What was put together cannot be deployed as it is.
public final class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param mistakes each in a sentence
    ArchiveException(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }
}
