/// What a policy adds to requests: members that callers leave out, and tags. Imports
/// `policy.document`, `spec` and `json`.
@NullMarked
package io.hyperpodgateway.policy.addition;

import org.jspecify.annotations.NullMarked;
