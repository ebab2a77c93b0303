/// Settles intents whose call did not return a result: which request a cluster belongs to, and what
/// becomes of the intent. Imports `json`, `finding`, `audit`, `admission.outcome` and
/// `admission.port`.
@NullMarked
package io.hyperpodgateway.admission.settlement;

import org.jspecify.annotations.NullMarked;
