/// The one shape check: what of a document does not fit the shapes of the service model, and the
/// document as the repairs leave it that are certain. Imports `text`, `json`, `finding` and
/// `model`.
@NullMarked
package io.hyperpodgateway.shape;

import org.jspecify.annotations.NullMarked;
