/// What stands under an Idempotency-Key, and what a caller who comes with it again is owed. Imports
/// `json`, `spec`, `audit` and `admission.outcome`.
@NullMarked
package io.hyperpodgateway.admission.key;

import org.jspecify.annotations.NullMarked;
