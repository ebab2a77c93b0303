/// The service model as data: shapes, their members and constraints. Imports `spec` and `json`
/// alone.
@NullMarked
package io.hyperpodgateway.spec.model;

import org.jspecify.annotations.NullMarked;
