/// What is meant for certain by what the shapes do not allow. Imports `spec`, its rooms `model`,
/// `shape.names` and `shape.tree`, and `json`.
@NullMarked
package io.hyperpodgateway.spec.shape.mend;

import org.jspecify.annotations.NullMarked;
