package io.hyperpodgateway.aws.s3;

import java.util.Objects;

/// How long Object Lock retains an object.
///
/// @param mode `COMPLIANCE` (nobody can delete it earlier) or `GOVERNANCE` (a special permission
///   can)
/// @param days 0: the bucket's default retention
public record Retention(String mode, int days) {

    public Retention {
        Objects.requireNonNull(mode);
    }
}
