/// The cost of the inner parts of a request, and figures that may not grow.
@NullMarked
package io.hyperpodgateway.bench.inner;

import org.jspecify.annotations.NullMarked;
