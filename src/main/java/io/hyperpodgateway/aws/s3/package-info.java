/// The bucket with digests' hashes outside the table. Imports `json`, `text`, `audit`,
/// `audit.digest` and `aws`.
@NullMarked
package io.hyperpodgateway.aws.s3;

import org.jspecify.annotations.NullMarked;
