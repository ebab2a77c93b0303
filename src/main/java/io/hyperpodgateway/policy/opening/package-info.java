/// What the `deny` rules that bind a caller open: references, instance types and numbers of
/// instances are closed otherwise. Imports `policy.check`, `policy.match`, `policy.reference`,
/// `json` and `spec`.
@NullMarked
package io.hyperpodgateway.policy.opening;

import org.jspecify.annotations.NullMarked;
