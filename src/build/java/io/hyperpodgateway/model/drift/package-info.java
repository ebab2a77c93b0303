/// What differs between two service models. Imports `json` and `model.file`.
@NullMarked
package io.hyperpodgateway.model.drift;

import org.jspecify.annotations.NullMarked;
