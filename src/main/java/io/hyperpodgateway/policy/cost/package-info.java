/// What a cluster costs by the operator's prices, and the check that bounds it. Imports
/// `policy.check`, `json` and `spec`.
@NullMarked
package io.hyperpodgateway.policy.cost;

import org.jspecify.annotations.NullMarked;
