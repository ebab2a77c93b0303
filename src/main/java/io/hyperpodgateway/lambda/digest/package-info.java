/// Entry points of digests and verification, with their object graphs. Imports every room but
/// `admission` and `http`.
@NullMarked
package io.hyperpodgateway.lambda.digest;

import org.jspecify.annotations.NullMarked;
