/// The differences between two service models. Imports `json` and `drift.file`.
@NullMarked
package io.hyperpodgateway.drift.comparison;

import org.jspecify.annotations.NullMarked;
