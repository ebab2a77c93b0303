/// A request as it arrived: its parts, and what is wrong with them. Imports `json`, `spec`,
/// `identity`, `audit` and `admission`.
@NullMarked
package io.hyperpodgateway.http.request;

import org.jspecify.annotations.NullMarked;
