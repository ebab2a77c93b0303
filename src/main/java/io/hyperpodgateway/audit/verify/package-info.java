/// Verification of the record: every hash, chain and digest is computed again and compared. Imports
/// `text`, `json`, `audit` and `audit.digest`.
@NullMarked
package io.hyperpodgateway.audit.verify;

import org.jspecify.annotations.NullMarked;
