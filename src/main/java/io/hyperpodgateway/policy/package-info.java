/// Whether this caller may have it here. Imports `json`, `spec` and `identity`.
@NullMarked
package io.hyperpodgateway.policy;

import org.jspecify.annotations.NullMarked;
