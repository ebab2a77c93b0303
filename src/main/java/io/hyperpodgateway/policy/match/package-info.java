/// How policy recognises values: globs and patterns for the whole of one. Imports `json` and
/// `spec`.
@NullMarked
package io.hyperpodgateway.policy.match;

import org.jspecify.annotations.NullMarked;
