/// The cross-field rules on restricted instance groups, one small class each, named for its id.
/// Imports `spec.rules`, `spec` and `json` alone.
@NullMarked
package io.hyperpodgateway.spec.rules.restricted;

import org.jspecify.annotations.NullMarked;
