/// What the inner parts of a request's way take, and the figures that may not grow.
@NullMarked
package io.hyperpodgateway.bench.inner;

import org.jspecify.annotations.NullMarked;
