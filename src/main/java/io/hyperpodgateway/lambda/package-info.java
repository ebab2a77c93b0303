/// Entry points of the functions, and the only place that builds the object graph. Imports every
/// room; no room imports it.
@NullMarked
package io.hyperpodgateway.lambda;

import org.jspecify.annotations.NullMarked;
