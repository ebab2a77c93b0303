/// Idempotency keys: what is recorded under a key and how a repeated request is answered. Imports
/// `text`, `json`, `finding`, `audit` and `admission.outcome`.
@NullMarked
package io.hyperpodgateway.admission.key;

import org.jspecify.annotations.NullMarked;
