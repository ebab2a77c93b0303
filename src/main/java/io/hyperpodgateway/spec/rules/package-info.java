/// What may be asked beyond the shapes: the cross-field rules, one small class each. Imports `spec`
/// and `json` alone.
@NullMarked
package io.hyperpodgateway.spec.rules;

import org.jspecify.annotations.NullMarked;
