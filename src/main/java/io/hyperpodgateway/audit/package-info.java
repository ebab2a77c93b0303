/// The record of requests. Imports `json` and `identity`.
@NullMarked
package io.hyperpodgateway.audit;

import org.jspecify.annotations.NullMarked;
