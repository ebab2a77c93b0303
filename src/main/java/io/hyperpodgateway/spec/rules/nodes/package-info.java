/// The cross-field rules on what nodes start with: labels, taints, health checks, images, one small
/// class each, named for its id. Imports `spec.rules`, `spec` and `json` alone.
@NullMarked
package io.hyperpodgateway.spec.rules.nodes;

import org.jspecify.annotations.NullMarked;
