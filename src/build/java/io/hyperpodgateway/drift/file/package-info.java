/// The file of a service model, and its reduced form. Imports `text` and `json`.
@NullMarked
package io.hyperpodgateway.drift.file;

import org.jspecify.annotations.NullMarked;
