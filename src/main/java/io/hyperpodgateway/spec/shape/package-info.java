/// What may be asked by the shapes of the service model, member by member. Imports `spec` and
/// `json` alone.
@NullMarked
package io.hyperpodgateway.spec.shape;

import org.jspecify.annotations.NullMarked;
