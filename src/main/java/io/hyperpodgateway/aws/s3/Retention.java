package io.hyperpodgateway.aws.s3;

import java.util.Objects;

/// How long Object Lock keeps what is put.
///
/// @param mode `COMPLIANCE` (nobody removes it before) or `GOVERNANCE` (a special right does)
/// @param days 0: what the bucket itself has for all
public record Retention(String mode, int days) {

    public Retention {
        Objects.requireNonNull(mode);
    }
}
