/// Whether this caller may have it here; what a rule may demand is in `check`, how a document is
/// written in `document`, what a cluster costs in `cost`. Imports `json`, `spec` and `identity`.
@NullMarked
package io.hyperpodgateway.policy;

import org.jspecify.annotations.NullMarked;
