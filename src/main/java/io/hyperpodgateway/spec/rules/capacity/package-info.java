/// The cross-field rules on what instances a group has and how many, one small class each, named
/// for its id. Imports `spec.rules`, `spec` and `json` alone.
@NullMarked
package io.hyperpodgateway.spec.rules.capacity;

import org.jspecify.annotations.NullMarked;
