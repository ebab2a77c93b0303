/// The stages of a request in their order. Imports `json`, `spec`, `identity`, `policy` and
/// `audit`.
@NullMarked
package io.hyperpodgateway.admission;

import org.jspecify.annotations.NullMarked;
