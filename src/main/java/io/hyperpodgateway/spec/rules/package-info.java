/// What may be asked beyond the shapes: the cross-field rules by topic. Imports `spec` and `json`
/// alone.
@NullMarked
package io.hyperpodgateway.spec.rules;

import org.jspecify.annotations.NullMarked;
