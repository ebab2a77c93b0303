/// Whether the record is what was written: every hash, chain and digest made anew and compared.
/// Imports `json`, `audit` and `audit.digest`.
@NullMarked
package io.hyperpodgateway.audit.verify;

import org.jspecify.annotations.NullMarked;
