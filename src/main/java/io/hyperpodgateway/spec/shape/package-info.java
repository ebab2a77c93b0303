/// What may be asked by the shapes of the service model, member by member, and the repairs of what
/// is certain. Imports `spec` and its room `model`, its own rooms, and `json`.
@NullMarked
package io.hyperpodgateway.spec.shape;

import org.jspecify.annotations.NullMarked;
