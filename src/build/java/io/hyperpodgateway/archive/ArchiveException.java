package io.hyperpodgateway.archive;

import java.util.List;

/// The archive cannot be deployed as it is.
public final class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param mistakes one sentence each
    ArchiveException(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }
}
