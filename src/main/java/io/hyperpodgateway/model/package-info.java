/// The service model as data: shapes, their members and constraints. Imports `text` and `json`.
@NullMarked
package io.hyperpodgateway.model;

import org.jspecify.annotations.NullMarked;
