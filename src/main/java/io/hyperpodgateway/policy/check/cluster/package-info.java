/// Checks on the cluster as a whole: its name, its tags, what it names. Imports `policy.check`,
/// `policy.match`, `policy.reference`, `json` and `spec`.
@NullMarked
package io.hyperpodgateway.policy.check.cluster;

import org.jspecify.annotations.NullMarked;
