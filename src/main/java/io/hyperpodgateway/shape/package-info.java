/// What fits the shapes of the service model, member by member, and the repairs of what is certain.
/// Imports `model`, `finding`, `json` and `text`.
@NullMarked
package io.hyperpodgateway.shape;

import org.jspecify.annotations.NullMarked;
