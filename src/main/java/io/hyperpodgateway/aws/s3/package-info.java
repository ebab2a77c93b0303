/// The bucket outside the table where digests' hashes are kept. Imports `json`, `audit` and `aws`.
@NullMarked
package io.hyperpodgateway.aws.s3;

import org.jspecify.annotations.NullMarked;
