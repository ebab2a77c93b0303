/// The record of requests. Imports `text`, `json` and `identity`.
@NullMarked
package io.hyperpodgateway.audit;

import org.jspecify.annotations.NullMarked;
