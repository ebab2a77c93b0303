/// What is meant for certain by what the shapes do not allow. Imports `spec` and its rooms `model`
/// and `shape.names`, and `json`.
@NullMarked
package io.hyperpodgateway.spec.shape.mend;

import org.jspecify.annotations.NullMarked;
