/// What a policy adds to requests: members that callers leave out, and tags. Imports `text`,
/// `json`, `finding` and `request`.
@NullMarked
package io.hyperpodgateway.policy.defaults;

import org.jspecify.annotations.NullMarked;
