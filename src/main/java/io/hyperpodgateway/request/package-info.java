/// The typed, tolerant view of a cluster request that rules and policy share. Imports `json` alone.
@NullMarked
package io.hyperpodgateway.request;

import org.jspecify.annotations.NullMarked;
