/// The cross-field rules on lifecycle scripts, one small class each, named for its id. Imports
/// `spec.rules`, `spec` and `json` alone.
@NullMarked
package io.hyperpodgateway.spec.rules.lifecycle;

import org.jspecify.annotations.NullMarked;
