/// The entries of what makes digests and of what verifies the record, with their object graphs.
/// Imports every room but `admission` and `http`.
@NullMarked
package io.hyperpodgateway.lambda.digest;

import org.jspecify.annotations.NullMarked;
