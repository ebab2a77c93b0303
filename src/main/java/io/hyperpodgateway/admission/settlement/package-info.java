/// Whose a cluster is, when the call that should have made it does not tell. Imports `audit` and
/// the ports of `admission`.
@NullMarked
package io.hyperpodgateway.admission.settlement;

import org.jspecify.annotations.NullMarked;
