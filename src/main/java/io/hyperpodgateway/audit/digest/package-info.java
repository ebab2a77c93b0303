/// The record's digests: what each hour held, folded into one hash and chained to the hour before.
/// Imports `json` and `audit`.
@NullMarked
package io.hyperpodgateway.audit.digest;

import org.jspecify.annotations.NullMarked;
