/// How a policy document is written: its values and their places, and what is wrong with it; its
/// checks are read in `check`. Imports `json`, `spec`, `policy` and `policy.match`.
@NullMarked
package io.hyperpodgateway.policy.document;

import org.jspecify.annotations.NullMarked;
