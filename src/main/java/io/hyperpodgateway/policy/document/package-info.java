/// How a policy document is written: its values and their places, the checks in it, and what is
/// wrong with it. Imports `json`, `spec`, `policy` and its checks.
@NullMarked
package io.hyperpodgateway.policy.document;

import org.jspecify.annotations.NullMarked;
