/// The identity of the caller. Imports only `json`.
@NullMarked
package io.hyperpodgateway.identity;

import org.jspecify.annotations.NullMarked;
