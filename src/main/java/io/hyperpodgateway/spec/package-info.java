/// What may be asked: the service model as data (`model`), its shapes (`shape`) and cross-field
/// rules (`rules`) in one, and what is found. Imports `json` alone.
@NullMarked
package io.hyperpodgateway.spec;

import org.jspecify.annotations.NullMarked;
