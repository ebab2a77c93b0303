/// What a request names that its caller may have no right to. Imports `json` and `spec`.
@NullMarked
package io.hyperpodgateway.policy.reference;

import org.jspecify.annotations.NullMarked;
