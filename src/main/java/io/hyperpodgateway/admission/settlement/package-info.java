/// Whose a cluster is, when the call that should have made it does not tell, and what comes of the
/// intent then. Imports `json`, `spec`, `audit` and the ports and outcomes of `admission`.
@NullMarked
package io.hyperpodgateway.admission.settlement;

import org.jspecify.annotations.NullMarked;
