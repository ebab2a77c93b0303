/// The cross-field rules on volumes and file systems, one small class each, named for its id.
/// Imports `spec.rules`, `spec` and `json` alone.
@NullMarked
package io.hyperpodgateway.spec.rules.storage;

import org.jspecify.annotations.NullMarked;
