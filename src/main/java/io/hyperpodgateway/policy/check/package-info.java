/// What a rule may demand of a request, each demand by itself. Imports `policy.match`,
/// `policy.reference`, `json` and `spec`.
@NullMarked
package io.hyperpodgateway.policy.check;

import org.jspecify.annotations.NullMarked;
