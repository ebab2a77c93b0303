/// The cross-field rules on patches and software updates, one small class each, named for its id.
/// Imports `spec.rules`, `spec` and `json` alone.
@NullMarked
package io.hyperpodgateway.spec.rules.updates;

import org.jspecify.annotations.NullMarked;
