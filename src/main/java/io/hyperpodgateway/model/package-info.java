/// The service model as data: shapes, their members and constraints. Imports `json` and `text`.
@NullMarked
package io.hyperpodgateway.model;

import org.jspecify.annotations.NullMarked;
