/// A document while it is repaired: its parts keep their identity, and know where they were sent,
/// wherever a fix puts them. Imports `spec` and `json`.
@NullMarked
package io.hyperpodgateway.spec.shape.tree;

import org.jspecify.annotations.NullMarked;
