/// The cross-field rules on the cluster as a whole and its tags, one small class each, named for
/// its id. Imports `spec.rules`, `spec` and `json` alone.
@NullMarked
package io.hyperpodgateway.spec.rules.cluster;

import org.jspecify.annotations.NullMarked;
