/// How each check of a policy document is written. Imports `policy.document`, the checks, `json`
/// and `spec`.
@NullMarked
package io.hyperpodgateway.policy.document.check;

import org.jspecify.annotations.NullMarked;
