/// What a policy adds to requests: members that callers leave out, and tags. Imports `request`,
/// `finding`, `json` and `text`.
@NullMarked
package io.hyperpodgateway.policy.defaults;

import org.jspecify.annotations.NullMarked;
