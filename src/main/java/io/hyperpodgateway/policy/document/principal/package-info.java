/// How policy documents name callers, and which globs can name none. Imports `policy.document`,
/// `policy` and `policy.match`.
@NullMarked
package io.hyperpodgateway.policy.document.principal;

import org.jspecify.annotations.NullMarked;
