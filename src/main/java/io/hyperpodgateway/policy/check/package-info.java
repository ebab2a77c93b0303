/// What a rule may demand of a request, each demand by itself. Imports `json` and `spec`.
@NullMarked
package io.hyperpodgateway.policy.check;

import org.jspecify.annotations.NullMarked;
