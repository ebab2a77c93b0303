/// Checks on the instances asked for: their types, their number. Imports `policy.check`,
/// `policy.match`, `json` and `spec`.
@NullMarked
package io.hyperpodgateway.policy.check.instances;

import org.jspecify.annotations.NullMarked;
