/// Entry points of digests and verification, with their object graphs. Imports `text`, `json`,
/// `audit`, `audit.digest`, `audit.verify`, `aws`, `aws.dynamodb`, `aws.s3`, `config` and
/// `lambda.log`.
@NullMarked
package io.hyperpodgateway.lambda.digest;

import org.jspecify.annotations.NullMarked;
