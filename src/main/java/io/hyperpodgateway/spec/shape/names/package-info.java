/// What somebody may have meant by a name that the service model does not know. Imports `spec`
/// alone.
@NullMarked
package io.hyperpodgateway.spec.shape.names;

import org.jspecify.annotations.NullMarked;
